"""How the window is dressed: light or dark, the size of words, and whether things move."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from breadpos.settings import ScreenSettings
from breadpos.ui.fonts import set_text_percent
from breadpos.ui.tokens import DARK, LIGHT, Palette


class Appearance(QObject):
    """Changes a palette in place; who wears it is told.

    Whether things may move is Qt's own effect UI_General, which any widget can ask for.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        palette: Palette,
        screen: ScreenSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app, self._palette, self._screen = app, palette, screen
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.wear(screen)

    @Slot()
    def _follow(self) -> None:
        self.wear(self._screen)

    def wear(self, screen: ScreenSettings) -> None:
        """Look like this from now on."""
        self._screen = screen
        self._palette.wear(DARK if self._is_dark() else LIGHT)
        set_text_percent(self._app, screen.text_percent)
        self._app.setEffectEnabled(Qt.UIEffect.UI_General, screen.animations)
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._screen.theme != "system":
            return self._screen.theme == "dark"
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
