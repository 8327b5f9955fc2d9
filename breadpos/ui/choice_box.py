"""A box to choose from, whose list is as large as a finger."""

from PySide6.QtWidgets import QComboBox, QListView


def choice_box() -> QComboBox:
    """One whose rows the style sheet reaches; those of Qt's own list are drawn by the system."""
    box = QComboBox()
    box.setView(QListView())
    return box
