"""The versions of the recogniser: which is in use, and one tap back to another."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from breadpos.application.training_desk import ModelVersion, worth_choosing
from breadpos.ui.key_button import KeyButton
from breadpos.ui.named import named
from breadpos.ui.tokens import GAP_PX


class VersionList(QScrollArea):
    """One row a version, the newest first."""

    use_requested = Signal(str)
    report_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._versions: tuple[ModelVersion, ...] = ()
        self.buttons: dict[str, KeyButton] = {}

    def show_versions(self, versions: Sequence[ModelVersion]) -> None:
        self._versions = worth_choosing(versions)
        self._rebuild()

    def _rebuild(self) -> None:
        inside = named("scrolled", QWidget())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP_PX, 0)
        column.setSpacing(GAP_PX)
        self.buttons = {}
        for version in self._versions:
            column.addWidget(self._row(version))
        column.addStretch()
        self.setWidget(inside)

    def _row(self, version: ModelVersion) -> QWidget:
        row = named("cart_line", QWidget())
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(row)
        words = QLabel(self._words(version))
        words.setTextFormat(Qt.TextFormat.RichText)
        layout.addWidget(words, stretch=1)
        button = KeyButton()
        button.setEnabled(not version.in_use)
        button.set_words(self.tr("In use") if version.in_use else self.tr("Use"))
        button.clicked.connect(lambda: self.use_requested.emit(version.name))
        self.buttons[version.name] = button
        if version.accuracy is not None:
            report = KeyButton(kind="plain", icon="chart-bar")
            report.setAccessibleName(self.tr("Report"))
            report.clicked.connect(lambda: self.report_requested.emit(version.name))
            layout.addWidget(report)
        layout.addWidget(button)
        return row

    def _words(self, version: ModelVersion) -> str:
        made = version.name
        if version.made_at is not None:
            made = f"{version.made_at:%Y-%m-%d %H:%M}"
        told = self.tr("%n bread(s)", "", version.products)
        if version.accuracy is not None:
            told += " ・ " + self.tr("%1 right").replace("%1", f"{version.accuracy:.1%}")
        elif version.made_at is not None:
            told += " ・ " + self.tr("photos taken in")
        return f"<b>{made}</b><br><small>{told}</small>"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._rebuild()
