"""The one place of colours, type sizes and distances."""

from dataclasses import dataclass, fields

FONT_FAMILY = "Noto Sans JP"
EMOJI_FAMILY = "Noto Emoji"
OTHER_LETTERS = (EMOJI_FAMILY, "Noto Sans Arabic", "Noto Sans Hebrew")
"""Asked for what the typeface itself has not, so that a name looks alike on every computer."""

NOTE_PX = 14
CONTROL_PX = 16
LINE_PX = 18
HEADING_PX = 24
PRIMARY_PX = 28
CHANGE_PX = 44
TOTAL_PX = 64

RADIUS_LABEL_PX = 8
RADIUS_CONTROL_PX = 12
RADIUS_CARD_PX = 16

STEP_PX = 4
GAP_PX = 8
PAD_PX = 12
EDGE_PX = 16

TOUCH_PX = 48
BUTTON_PX = 52
PRIMARY_HEIGHT_PX = 76
HEADER_PX = 56
BAND_PX = 36
ROW_PX = 60
ICON_ROUND_PX = 96
READING_PX = 400
DETAIL_PX = 456

MOTION_MS = 120

LARGE_PERCENT = 150
"""From this text size on, screens are laid out for large words."""

_LARGE_PX = 40
"""Words this large are large enough at any text size."""


def sized(size_px: int, percent: int) -> int:
    """A type size at a text size; what is large already grows less, so that it keeps its room."""
    return max(size_px, min(size_px * percent // 100, _LARGE_PX))


def header_percent(percent: int) -> int:
    """The text size in the header, whose row must hold all its words: half of what is gained."""
    return 100 + (percent - 100) // 2


@dataclass(slots=True)
class Palette:
    """Colours by role, as #RRGGBB; every text and its ground have a contrast of 4.5 or more.

    A window's widgets share one and read it whenever they paint; `wear` changes it for all.

    Attributes:
        paper: behind everything.
        surface: cards and buttons.
        well: behind the picture, where it does not reach.
        crust: the next step, and what is chosen.
        cream: chips and hints.
        tint: a row that needs a person.
        good_ground: behind good advice.
        asleep: a button that cannot be pressed; its words stay readable in `asleep_ink`.
        faint: a small button that cannot be pressed.
        closed: an outline that is not charged.
        shade: the ground of words upon the picture.
        on_shade: those words.
        on_strong: words on crust and on a status colour.
        sheet: a page to be printed, white in any light.
    """

    paper: str
    surface: str
    line: str
    ink: str
    muted: str
    well: str
    crust: str
    crust_pressed: str
    cream: str
    tint: str
    good_ground: str
    asleep: str
    asleep_ink: str
    faint: str
    sure: str
    unsure: str
    unknown: str
    info: str
    closed: str
    shade: str
    on_shade: str
    on_strong: str
    sheet: str

    def wear(self, other: "Palette") -> None:
        """Take on another's colours."""
        for role in fields(self):
            setattr(self, role.name, getattr(other, role.name))


LIGHT = Palette(
    paper="#FBF6EE",
    surface="#FFFFFF",
    line="#E6DACB",
    ink="#2A1F17",
    muted="#6F5F52",
    well="#E9DFD1",
    crust="#9C4A12",
    crust_pressed="#7E3A0C",
    cream="#F4E7D3",
    tint="#FFF4E2",
    good_ground="#E9F4EC",
    asleep="#E8DCCD",
    asleep_ink="#635447",
    faint="#9C8C7E",
    sure="#17734A",
    unsure="#A05400",
    unknown="#B3261E",
    info="#1F5F99",
    closed="#6F675F",
    shade="#3A2C22",
    on_shade="#FFFFFF",
    on_strong="#FFFFFF",
    sheet="#FFFFFF",
)

DARK = Palette(
    paper="#1B1511",
    surface="#261E18",
    line="#46392F",
    ink="#F6EDE2",
    muted="#C0AE9D",
    well="#120D0A",
    crust="#E69A58",
    crust_pressed="#F0B37E",
    cream="#3A2D22",
    tint="#3B2B15",
    good_ground="#1D3327",
    asleep="#382D25",
    asleep_ink="#C0AE9D",
    faint="#7D6D60",
    sure="#5CC795",
    unsure="#F2A541",
    unknown="#FF9187",
    info="#83BDF2",
    closed="#A79C92",
    shade="#120D0A",
    on_shade="#F6EDE2",
    on_strong="#1B1511",
    sheet="#FFFFFF",
)
