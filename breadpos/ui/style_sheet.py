"""The whole window's style sheet, made from tokens."""

import re

from breadpos.ui.dialog_sheet import dialog_rules
from breadpos.ui.tokens import (
    BUTTON_PX,
    CHANGE_PX,
    CONTROL_PX,
    FONT_FAMILY,
    GAP_PX,
    HEADING_PX,
    LINE_PX,
    NOTE_PX,
    OTHER_LETTERS,
    PRIMARY_PX,
    RADIUS_CARD_PX,
    RADIUS_CONTROL_PX,
    TOTAL_PX,
    Palette,
    header_percent,
    sized,
)

_FAMILIES = ", ".join(f'"{family}"' for family in (FONT_FAMILY, *OTHER_LETTERS))
_MOST_IN_FIELD_PX = 31
"""A line of Noto Sans JP takes half as much again, and a field is 46 px high inside."""
_SIZE = re.compile(r"font-size: (\d+)px")


def style_sheet(palette: Palette, text_percent: int = 100) -> str:
    """Qt style sheet rules for every widget of the program."""
    rules = "\n".join(
        (
            _ground(palette),
            _words(palette),
            _buttons(palette),
            _button_words(palette),
            _fields(palette),
            _scrolling(palette),
            dialog_rules(palette),
        )
    )
    large = larger(rules, text_percent)
    percent = header_percent(text_percent)
    field_px = min(sized(LINE_PX, text_percent), _MOST_IN_FIELD_PX)
    return large + _low(sized(CONTROL_PX, percent), sized(LINE_PX, percent), field_px)


def larger(rules: str, percent: int) -> str:
    """The same rules with the sizes of their words at a text size."""
    return _SIZE.sub(lambda found: f"font-size: {sized(int(found[1]), percent)}px", rules)


def _low(size_px: int, band_px: int, field_px: int) -> str:
    """What does not grow as high as all words: the header, the band, and fields."""
    return f"""
    #header QLabel, #header ElidedLabel, #header KeyButton QLabel#face {{
        font-size: {size_px}px;
    }}
    #practice_band {{ font-size: {band_px}px; }}
    QLineEdit, QComboBox {{ font-size: {field_px}px; }}
    """


def _ground(p: Palette) -> str:
    return f"""
    QWidget {{
        font-family: {_FAMILIES}; font-size: {CONTROL_PX}px; color: {p.ink};
    }}
    QMainWindow, #counter_page, #page {{ background: {p.paper}; }}
    QToolTip {{
        background: {p.shade}; color: {p.on_shade}; border: none; padding: 4px 8px;
    }}
    #empty_icon {{ background: {p.cream}; border-radius: 48px; }}
    #empty_icon Icon {{ color: {p.crust}; }}
    #practice_band {{
        background: {p.info}; color: {p.on_strong}; font-weight: 700; font-size: {LINE_PX}px;
    }}
    #header {{ background: {p.surface}; border-bottom: 1px solid {p.line}; }}
    #card {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CARD_PX}px;
    }}
    #question_card {{
        background: {p.surface}; border: 3px solid {p.unsure}; border-radius: {RADIUS_CARD_PX}px;
    }}
    #question_card[tone="unknown"] {{ border-color: {p.unknown}; }}
    #question_card[tone="sure"] {{ border-color: {p.crust}; }}
    #cart_line {{ background: {p.surface}; border-bottom: 1px solid {p.line}; }}
    #cart_line[tone="ask"] {{
        background: {p.tint}; border-color: {p.tint}; border-radius: {RADIUS_CONTROL_PX}px;
    }}
    #rule {{ background: {p.line}; }}
    #stepper, #place_switch, #member_choice {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: 24px;
    }}
    #place_switch {{ border: 2px solid {p.crust}; border-radius: {RADIUS_CONTROL_PX}px; }}
    #member_choice {{ border-radius: {RADIUS_CONTROL_PX}px; }}
    #chip {{ background: {p.cream}; border-radius: 16px; }}
    #allergen {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
    }}
    #allergen[tone="there"] {{ background: {p.tint}; border: 2px solid {p.unsure}; }}
    #allergen[tone="unknown"] {{ border: 2px dashed {p.line}; }}
    #hint_good {{
        background: {p.good_ground}; border-radius: {RADIUS_CONTROL_PX}px;
        padding: 12px 16px; font-size: {LINE_PX}px;
    }}
    #verdict {{
        border-radius: {RADIUS_CONTROL_PX}px; padding: 12px 16px; font-size: {LINE_PX}px;
    }}
    #verdict[tone="good"] {{ background: {p.good_ground}; }}
    #verdict[tone="warn"] {{ background: {p.tint}; border: 2px solid {p.unsure}; }}
    #hint_box {{
        background: {p.cream}; border-radius: {RADIUS_CONTROL_PX}px; padding: 12px 16px;
    }}
    #setup_strip {{ background: {p.cream}; border-bottom: 1px solid {p.line}; }}
    #setup_strip Icon {{ color: {p.crust}; }}
    #banner {{ background: {p.cream}; border-radius: {RADIUS_CONTROL_PX}px; }}
    #banner[tone="problem"] {{ background: {p.tint}; border: 2px solid {p.unsure}; }}
    #tender {{
        background: {p.paper}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
    }}
    """


def _words(p: Palette) -> str:
    return f"""
    QLabel, Icon, ElidedLabel {{ background: transparent; }}
    *[words="note"] {{ font-size: {NOTE_PX}px; color: {p.muted}; }}
    *[words="muted"] {{ color: {p.muted}; }}
    *[words="strong"] {{ font-weight: 700; }}
    *[words="line"] {{ font-size: {LINE_PX}px; }}
    *[words="ask"] {{ font-size: {LINE_PX}px; font-weight: 700; color: {p.unsure}; }}
    *[words="candidate"] {{ font-size: {LINE_PX}px; font-weight: 700; }}
    #pill {{
        background: {p.shade}; color: {p.on_shade}; border-radius: 20px;
        padding: 0 16px; min-height: 40px;
    }}
    *[words="heading"] {{ font-size: {HEADING_PX}px; font-weight: 700; }}
    *[words="shop"] {{ font-size: {LINE_PX}px; font-weight: 700; }}
    *[words="total"] {{ font-size: {TOTAL_PX}px; font-weight: 700; }}
    *[words="change"] {{ font-size: {CHANGE_PX}px; font-weight: 700; }}
    *[words="problem"] {{ color: {p.unknown}; font-weight: 700; }}
    *[words="good"] {{ color: {p.sure}; }}
    *[words="warn"] {{ color: {p.unsure}; }}
    """


def _buttons(p: Palette) -> str:
    return f"""
    KeyButton {{
        background: {p.surface}; border: 1px solid {p.line};
        border-radius: {RADIUS_CONTROL_PX}px; padding: 0;
    }}
    KeyButton:pressed {{ background: {p.cream}; }}
    KeyButton:checked {{ background: {p.crust}; border-color: {p.crust}; }}
    KeyButton:disabled {{ background: {p.surface}; border-color: {p.line}; }}
    KeyButton[kind="primary"] {{ background: {p.crust}; border: none; }}
    KeyButton[kind="primary"]:pressed {{ background: {p.crust_pressed}; }}
    KeyButton[kind="primary"]:disabled {{ background: {p.asleep}; border: none; }}
    KeyButton[kind="plain"] {{ background: transparent; border: none; }}
    KeyButton[kind="plain"]:pressed {{ background: {p.cream}; }}
    KeyButton[kind="round"] {{ background: transparent; border: none; border-radius: 23px; }}
    KeyButton[kind="round"]:pressed {{ background: {p.cream}; }}
    KeyButton[kind="choice"] {{ background: transparent; border: none; border-radius: 9px; }}
    KeyButton[kind="choice"]:checked {{ background: {p.crust}; }}
    KeyButton[kind="tab"] {{
        background: transparent; border: none; border-bottom: 3px solid transparent;
        border-radius: 0;
    }}
    KeyButton[kind="tab"]:pressed {{ background: {p.cream}; }}
    KeyButton[kind="tab"]:checked {{ border-bottom-color: {p.crust}; }}
    KeyButton[kind="cashier"] {{
        background: {p.cream}; border: none; margin: 10px 0; border-radius: 16px;
    }}
    KeyButton[kind="cashier"]:pressed {{ background: {p.line}; }}
    KeyButton[kind="step"] {{ background: {p.crust}; border: none; }}
    KeyButton[kind="step"]:pressed {{ background: {p.crust_pressed}; }}
    KeyButton[kind="step"]:disabled {{ background: {p.asleep}; border: none; }}
    KeyButton[kind="chip"] {{ border-radius: 23px; }}
    KeyButton[kind="chip"]:checked {{ background: {p.crust}; border-color: {p.crust}; }}
    KeyButton[kind="tender"]:checked {{ background: {p.crust}; border-color: {p.crust}; }}
    KeyButton[kind="section"] {{ background: transparent; border: none; }}
    KeyButton[kind="section"]:pressed {{ background: {p.cream}; }}
    KeyButton[kind="section"]:checked {{ background: {p.cream}; }}
    KeyButton[kind="option"]:checked {{ background: {p.cream}; border: 2px solid {p.crust}; }}
    KeyButton[kind="key"] {{ background: {p.paper}; }}
    KeyButton[kind="key"]:pressed {{ background: {p.cream}; }}
    KeyButton[kind="quick"] {{ background: {p.cream}; border: none; }}
    KeyButton[kind="quick"]:pressed {{ background: {p.line}; }}
    #candidate {{
        background: {p.surface}; border: 2px solid {p.line};
        border-radius: {RADIUS_CONTROL_PX}px;
    }}
    #candidate:pressed {{ background: {p.cream}; border-color: {p.crust}; }}
    KeyButton[kind="shade"] {{ background: {p.shade}; border: none; border-radius: 23px; }}
    KeyButton[kind="shade"]:pressed {{ background: {p.crust_pressed}; }}
    """


def _button_words(p: Palette) -> str:
    strong = "".join(
        f'KeyButton[kind="{kind}"] QLabel#face, KeyButton[kind="{kind}"] QLabel#hint,'
        f' KeyButton[kind="{kind}"] Icon {{ color: {colour}; }}\n'
        for kind, colour in (
            ("primary", p.on_strong),
            ("step", p.on_strong),
            ("shade", p.on_shade),
        )
    )
    return f"""
    KeyButton QLabel#face {{ font-size: {CONTROL_PX}px; font-weight: 500; }}
    KeyButton QLabel#hint {{ font-size: {NOTE_PX}px; color: {p.muted}; }}
    {strong}
    KeyButton QLabel#face:disabled, KeyButton QLabel#hint:disabled, KeyButton Icon:disabled {{
        color: {p.faint};
    }}
    KeyButton[kind="quick"] QLabel#face:disabled, KeyButton[kind="quick"] QLabel#hint:disabled,
    KeyButton[kind="cashier"] QLabel#face:disabled,
    KeyButton[kind="primary"] QLabel#face:disabled,
    KeyButton[kind="primary"] QLabel#hint:disabled {{
        color: {p.asleep_ink};
    }}
    KeyButton[kind="primary"] QLabel#face {{ font-size: {PRIMARY_PX}px; font-weight: 700; }}
    KeyButton[kind="primary"] QLabel#hint {{ font-size: {CONTROL_PX}px; }}
    KeyButton[kind="answer"] QLabel#face {{ font-weight: 700; }}
    KeyButton[kind="step"] QLabel#face {{ font-size: {LINE_PX}px; font-weight: 700; }}
    KeyButton[kind="step"] QLabel#face:disabled, KeyButton[kind="step"] QLabel#hint:disabled {{
        color: {p.asleep_ink};
    }}
    KeyButton[kind="person"] QLabel#face {{ font-size: {LINE_PX}px; font-weight: 700; }}
    KeyButton[kind="tender"] QLabel#face {{ font-size: {NOTE_PX}px; font-weight: 700; }}
    KeyButton[kind="tab"] QLabel#face {{ color: {p.muted}; }}
    KeyButton[kind="tab"] QLabel#hint {{
        background: {p.unsure}; color: {p.on_strong}; font-weight: 700;
        border-radius: 11px; padding: 0 7px; min-height: 22px; max-height: 22px;
    }}
    KeyButton[kind="key"] QLabel#face {{ font-size: {HEADING_PX}px; font-weight: 700; }}
    KeyButton[kind="quick"] QLabel#face {{ font-size: {LINE_PX}px; font-weight: 700; }}
    KeyButton[chosen="yes"] QLabel#face, KeyButton[chosen="yes"] QLabel#hint,
    KeyButton[chosen="yes"] Icon {{ color: {p.on_strong}; }}
    KeyButton[kind="section"][chosen="yes"] QLabel#face,
    KeyButton[kind="section"][chosen="yes"] Icon {{ color: {p.crust}; font-weight: 700; }}
    KeyButton[kind="section"][chosen="yes"] QLabel#hint,
    KeyButton[kind="option"][chosen="yes"] QLabel#hint {{ color: {p.muted}; }}
    KeyButton[kind="option"][chosen="yes"] QLabel#face {{ color: {p.ink}; font-weight: 700; }}
    KeyButton[kind="option"][chosen="yes"] Icon {{ color: {p.crust}; }}
    KeyButton[kind="tab"][chosen="yes"] QLabel#face {{ color: {p.crust}; font-weight: 700; }}
    """


def _fields(p: Palette) -> str:
    return f"""
    QLineEdit {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
        padding: 0 {GAP_PX * 2}px; min-height: {BUTTON_PX - 2}px; font-size: {LINE_PX}px;
        selection-background-color: {p.crust}; selection-color: {p.on_strong};
        placeholder-text-color: {p.muted};
    }}
    QComboBox {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
        padding: 0 {GAP_PX * 2}px; min-height: {BUTTON_PX - 2}px; font-size: {LINE_PX}px;
    }}
    QLineEdit:focus, QComboBox:focus {{
        border: 2px solid {p.crust}; min-height: {BUTTON_PX - 4}px; padding: 0 {GAP_PX * 2 - 1}px;
    }}
    QComboBox::drop-down {{ border: none; width: 36px; }}
    QComboBox::down-arrow {{
        width: 0; height: 0; border-left: 6px solid {p.surface};
        border-right: 6px solid {p.surface}; border-top: 8px solid {p.muted};
    }}
    QComboBox {{ combobox-popup: 0; }}
    QComboBox QAbstractItemView::item {{
        min-height: 46px; padding: 0 {GAP_PX * 2}px; border: none; color: {p.ink};
    }}
    QComboBox QAbstractItemView::item:selected {{ background: {p.cream}; color: {p.ink}; }}
    QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{
        background: {p.surface}; border: 1px solid {p.line}; color: {p.ink}; outline: none;
        selection-background-color: {p.cream}; selection-color: {p.ink};
    }}
    QProgressBar {{ background: {p.cream}; border: none; border-radius: 6px; }}
    QProgressBar::chunk {{ background: {p.crust}; border-radius: 6px; }}
    """


def _scrolling(p: Palette) -> str:
    return f"""
    QListWidget::item {{ padding: 10px 4px; border-bottom: 1px solid {p.line}; color: {p.ink}; }}
    QTableView {{ background: transparent; border: 2px solid transparent; outline: none; }}
    QTableView::item {{ padding: 0 6px; border-bottom: 1px solid {p.line}; color: {p.ink}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        background: transparent; border: none; border-bottom: 2px solid {p.line};
        padding: 6px; color: {p.muted}; font-size: {NOTE_PX}px;
    }}
    #report {{ background: {p.sheet}; border: 1px solid {p.line}; padding: 8px 24px; }}
    #report:focus {{ border: 2px solid {p.crust}; }}
    #shelves::item {{
        min-height: 28px; padding: 10px 8px; border-left: 4px solid transparent;
    }}
    #shelves::item:selected {{ background: {p.cream}; border-left: 4px solid {p.crust}; }}
    QTextBrowser {{
        background: transparent; border: 2px solid transparent; font-size: {LINE_PX}px;
        selection-background-color: {p.crust}; selection-color: {p.on_strong};
    }}
    QScrollArea, QListView {{
        background: transparent; border: 2px solid transparent; outline: none;
    }}
    Rolling {{ border: none; }}
    QScrollArea[frame="none"] {{ border: none; }}
    QAbstractScrollArea:focus {{ border: 2px solid {p.ink}; border-radius: 4px; }}
    ProductRows:focus, #photo_grid:focus {{ border: 2px solid transparent; }}
    #scrolled {{ background: transparent; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 4px 2px; }}
    QScrollBar::handle:vertical {{
        background: {p.line}; border-radius: 4px; min-height: 48px;
    }}
    QScrollBar::handle:vertical:disabled {{ background: transparent; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QScrollBar:horizontal {{ height: 0; }}
    """
