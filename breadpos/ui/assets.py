"""Where fonts, icons and translations are found."""

from breadpos.resources import assets_dir


def asset(path: str) -> str:
    """What Qt opens for a path inside the assets folder."""
    return str(assets_dir() / path)
