"""How printing goes, in the cashier's words."""

from PySide6.QtCore import QCoreApplication

from breadpos.application.print_queue import PrintState
from breadpos.ui.banner_message import Message, Remedy
from breadpos.ui.failures import message_for


def message_for_printing(state: PrintState) -> Message:
    """What the banner says of papers that did not come out, or of a drawer that did not open."""
    translate = QCoreApplication.translate
    count = str(state.left)
    if state.error is None:
        title = translate("Printing", "Receipts not printed yet: %1").replace("%1", count)
        sentence = translate("Printing", "Print them, or go on without them.")
    else:
        told = message_for(state.error)
        title, sentence = told.title, told.sentence
        if state.left > 1:
            waiting = translate("Printing", "%1 receipts wait.").replace("%1", count)
            sentence = f"{sentence} {waiting}"
    buttons: tuple[tuple[str, Remedy], ...] = ((translate("Printing", "OK"), Remedy.DISMISS),)
    if state.left:
        buttons = (
            (translate("Printing", "Print again"), Remedy.PRINT_AGAIN),
            (translate("Printing", "Not needed"), Remedy.DISCARD_PAPERS),
        )
    return Message(title, sentence, buttons, icon="printer", is_problem=state.error is not None)
