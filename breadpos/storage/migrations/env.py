"""Runs migrations on the connection it is handed; Alembic loads this file by its path."""

from alembic import context

from breadpos.storage.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
with context.begin_transaction():
    context.run_migrations()
