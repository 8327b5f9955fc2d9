"""A box to choose from, whose list is as large as a finger."""

from PySide6.QtWidgets import QComboBox, QListView

_BESIDE_PX = 28
"""Of a row, beside its words."""


def choice_box() -> QComboBox:
    """One whose rows the style sheet reaches; those of Qt's own list are drawn by the system."""
    box = _Box()
    box.setView(QListView())
    return box


class _Box(QComboBox):
    """Its list is as wide as its longest words, however narrow it is itself."""

    def showPopup(self) -> None:  # noqa: N802  Qt's own name
        longest = self.view().sizeHintForColumn(0) + _BESIDE_PX
        self.view().setMinimumWidth(max(longest, self.width()))
        super().showPopup()
