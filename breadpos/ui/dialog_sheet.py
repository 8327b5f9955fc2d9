"""The style sheet of what opens over the window where the computer has no such dialog itself."""

from breadpos.ui.tokens import (
    CONTROL_PX,
    EDGE_PX,
    GAP_PX,
    LINE_PX,
    RADIUS_CONTROL_PX,
    TOUCH_PX,
    Palette,
)

_INSIDE_PX = TOUCH_PX - 2


def dialog_rules(p: Palette) -> str:
    """Rules for Qt's own dialogs: as warm, as large and as readable as the rest."""
    return f"""
    QDialog, QDialog QSplitter, QDialog QStackedWidget, QDialog QFrame {{
        background: {p.paper}; border: none;
    }}
    QDialog QLabel {{ font-size: {CONTROL_PX}px; color: {p.ink}; }}
    QDialog QPushButton {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
        padding: 0 {EDGE_PX}px; min-height: {_INSIDE_PX}px; min-width: 96px;
        font-size: {CONTROL_PX}px;
    }}
    QDialog QPushButton:pressed {{ background: {p.cream}; }}
    QDialog QPushButton:focus {{ border: 2px solid {p.ink}; }}
    QDialog QPushButton:default {{
        background: {p.crust}; border-color: {p.crust}; color: {p.on_strong}; font-weight: 700;
    }}
    QDialog QPushButton:default:pressed {{ background: {p.crust_pressed}; }}
    QDialog QPushButton:disabled {{
        background: {p.asleep}; border-color: {p.asleep}; color: {p.asleep_ink};
    }}
    QDialog QToolButton {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
        min-width: {_INSIDE_PX}px; min-height: {_INSIDE_PX}px;
    }}
    QDialog QToolButton:pressed {{ background: {p.cream}; }}
    QDialog QToolButton:focus {{ border: 2px solid {p.ink}; }}
    QDialog QListView, QDialog QTreeView {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {RADIUS_CONTROL_PX}px;
        outline: none; font-size: {CONTROL_PX}px;
    }}
    QDialog QListView:focus, QDialog QTreeView:focus {{ border: 2px solid {p.ink}; }}
    QDialog QListView::item, QDialog QTreeView::item {{
        min-height: {TOUCH_PX}px; padding: 0 {GAP_PX}px; color: {p.ink};
    }}
    QDialog QListView::item:selected, QDialog QTreeView::item:selected {{
        background: {p.cream}; color: {p.ink};
    }}
    QDialog QHeaderView::section {{ background: {p.surface}; }}
    QMessageBox QLabel {{ font-size: {LINE_PX}px; }}
    QMenu {{ background: {p.surface}; border: 1px solid {p.line}; color: {p.ink}; }}
    QMenu::item {{ padding: {GAP_PX}px {EDGE_PX}px; min-height: 32px; }}
    QMenu::item:selected {{ background: {p.cream}; }}
    QMenu::item:disabled {{ color: {p.faint}; }}
    """
