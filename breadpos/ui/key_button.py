"""The button used everywhere: words, perhaps an icon, and its key shown small."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from breadpos.ui.focus_ring import draw_focus_ring
from breadpos.ui.icons import Icon
from breadpos.ui.named import named, restyle
from breadpos.ui.tokens import BUTTON_PX, GAP_PX, PAD_PX, ROW_PX, STEP_PX, TOUCH_PX

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_BETWEEN_PX = GAP_PX - STEP_PX // 2
_A_KEY = re.compile(r"F\d+|Esc|Enter|(Ctrl|Alt|Shift)\b.*|.?")
_CENTRE = Qt.AlignmentFlag.AlignCenter


class KeyButton(QPushButton):
    """A touch target whose key works whenever the button is seen and can be pressed.

    Args:
        kind: how it looks; the style sheet knows the kinds. A "section", "row" or "option" is as
            wide as its list, its words at the left, its key at the right.
        keys: key sequences that press it; the first is shown unless `shown_key` says otherwise.
        stacked: the small words stand below the large ones, not beside them.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "",
        icon: str = "",
        keys: tuple[str, ...] = (),
        shown_key: str | None = None,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.face = named("face", QLabel())
        self.hint = named("hint", QLabel())
        self._hint_wanted, self._is_folded = True, False
        self._stacked, self._fills = stacked, kind in {"section", "row", "option"}
        self._icon: Icon | None = Icon(icon, parent=self) if icon else None
        self._lay_out()
        self._keys = tuple(
            QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys
        )
        self.keys = keys
        self._add_keys(keys)
        self.set_words(text, shown_key if shown_key is not None else _written(keys))
        self.toggled.connect(self._show_chosen)

    def set_words(self, text: str, hint: str | None = None) -> None:
        """Show words, and small ones with them; None leaves the small ones as they are."""
        self.face.setText(text)
        self.face.setVisible(bool(text))
        if hint is not None:
            self.hint.setText(hint)
            self._hint_wanted = bool(hint)
        if text:
            self.setAccessibleName(text)
        self._measure_anew()
        self._fold()
        self.updateGeometry()

    def stack(self, *, stacked: bool) -> None:
        """Have the small words below the large ones of a button made stacked, or beside them."""
        if stacked == self._stacked:
            return
        self._stacked, self._is_folded = stacked, False
        self._words_box.setDirection(_BELOW if stacked else _BESIDE)
        self._words_box.setSpacing(0 if stacked else _BETWEEN_PX)
        for label in (self.face, self.hint):
            self._words_box.setAlignment(label, self._alignment())
        self._fold()
        self.updateGeometry()

    def setAccessibleName(self, name: str) -> None:
        """What a screen reader calls it; with its keys it is what is shown on hover too."""
        super().setAccessibleName(name)
        self.setToolTip("  ".join(filter(None, (name, *self._keys))))

    def show_kind(self, kind: str) -> None:
        """Look like another kind from now on."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self._restyle()

    def show_icon(self, icon: str) -> None:
        """Bear another icon from now on; one made without keeps none."""
        if self._icon is not None:
            self._icon.show_icon(icon)

    def leave_icon_out(self, *, is_out: bool) -> None:
        """Bear words alone, where there is no room for an icon beside them."""
        if self._icon is not None and self._icon.isHidden() is not is_out:
            self._icon.setHidden(is_out)
            self._measure_anew()
            self.updateGeometry()

    def show_key(self, *, shown: bool) -> None:
        """Show or hide the small words; hidden, the keys do not work either."""
        self._hint_wanted = shown
        self._fold()
        self.enable_keys(enabled=shown)

    def enable_keys(self, *, enabled: bool) -> None:
        """Let the keys press the button, or not."""
        for shortcut in self.findChildren(QShortcut):
            shortcut.setEnabled(enabled)

    def answers(self, key: str) -> bool:
        """Whether a key would press it, were what it stands on in sight."""
        if self.isHidden() or not self.isEnabled():
            return False
        wanted = QKeySequence(key)
        return any(
            shortcut.isEnabled() and shortcut.key() == wanted
            for shortcut in self.findChildren(QShortcut)
        )

    def sizeHint(self) -> QSize:
        hint = self._row.sizeHint()
        return QSize(max(self._full_width(), TOUCH_PX), max(hint.height(), BUTTON_PX))

    def minimumSizeHint(self) -> QSize:
        """Without the key, which may be left to the tool tip."""
        hint = self._row.minimumSize()
        is_key = self._is_key() and not self._stacked
        wide = self._width_of(self.face) if is_key else hint.width()
        # a line of Noto Sans JP leaves a quarter of its height free above and below its letters
        high = hint.height() * 3 // 4 if self._stacked else 0
        least = ROW_PX if self._stacked and self._fills else TOUCH_PX
        return QSize(max(wide, TOUCH_PX), max(high, least))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            words = self._icon if self._icon is not None and self.face.isHidden() else self.face
            draw_focus_ring(self, words.palette().color(words.foregroundRole()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Where there is no room for both, a key is left to the tool tip; other words go below."""
        is_folded = not self._stacked and self.width() < self._full_width()
        is_key = self._is_key()
        shows_hint = self._hint_wanted and not (is_folded and is_key)
        if shows_hint is self.hint.isHidden():
            self.hint.setVisible(shows_hint)
            self._measure_anew()
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            goes_below = is_folded and not is_key
            self._words_box.setDirection(_BELOW if goes_below else _BESIDE)
            self._words_box.setSpacing(0 if goes_below else _BETWEEN_PX)
            for label in (self.face, self.hint):
                self._words_box.setAlignment(label, _CENTRE if goes_below else self._alignment())
            needed = self.face.sizeHint().height() + self.hint.sizeHint().height()
            if goes_below and self.maximumHeight() < needed:
                self.setFixedHeight(needed)

    def _measure_anew(self) -> None:
        """Forget at once how wide the words before were, not only when the window is next laid."""
        for box in (self._words_box, self._content, self._row):
            box.invalidate()

    def _is_key(self) -> bool:
        """Whether the small words are no more than a key."""
        return bool(_A_KEY.fullmatch(self.hint.text()))

    def _full_width(self) -> int:
        """With everything beside each other."""
        if self._stacked:
            return self._row.sizeHint().width()
        return (
            self._width_of(self.face, self.hint) if self._hint_wanted else self._width_of(self.face)
        )

    def _width_of(self, *words: QLabel) -> int:
        """With these words beside each other; the layouts answer for what was shown before."""
        wide = [label.sizeHint().width() for label in words if label.text()]
        margins = self._row.contentsMargins()
        whole = margins.left() + sum(wide) + _BETWEEN_PX * max(len(wide) - 1, 0) + margins.right()
        if self._icon is not None and not self._icon.isHidden():
            whole += self._icon.sizeHint().width() + (self._content.spacing() if wide else 0)
        return whole

    def _lay_out(self) -> None:
        content = self._content = QHBoxLayout()
        content.setSpacing(GAP_PX - 2)
        if self._icon is not None:
            content.addWidget(self._icon)
        self._words_box = self._words()
        content.addLayout(self._words_box)
        is_tight = self.property("kind") == "round" or (self._stacked and not self._fills)
        edge = STEP_PX if is_tight else PAD_PX
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(edge, 0, edge, 0)
        self._row.addLayout(content)
        self._row.setAlignment(content, Qt.AlignmentFlag(0) if self._fills else _CENTRE)
        for label in (self.face, self.hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _words(self) -> QBoxLayout:
        words: QBoxLayout = QVBoxLayout() if self._stacked else QHBoxLayout()
        words.setSpacing(0 if self._stacked else _BETWEEN_PX)
        if self._stacked:
            words.addStretch()
        for label in (self.face, self.hint):
            words.addWidget(label, alignment=self._alignment())
            if self._fills and not self._stacked and label is self.face:
                words.addStretch()
        if self._stacked:
            words.addStretch()
        return words

    def _alignment(self) -> Qt.AlignmentFlag:
        if not self._stacked:
            return Qt.AlignmentFlag.AlignVCenter
        if self._fills:
            return Qt.AlignmentFlag.AlignLeft
        return Qt.AlignmentFlag.AlignHCenter

    def _add_keys(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            QShortcut(QKeySequence(key), self).activated.connect(self.click)

    def _show_chosen(self, checked: bool) -> None:
        self.setProperty("chosen", "yes" if checked else "no")
        self._restyle()

    def _restyle(self) -> None:
        for label in (self, self.face, self.hint, self._icon):
            if label is not None:
                restyle(label)


def _written(keys: tuple[str, ...]) -> str:
    """The first key as it is shown: Ctrl S."""
    return keys[0].replace("+", " ") if keys and keys[0] != "+" else "".join(keys[:1])
