"""Things that happened by themselves, in the cashier's words."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from breadpos.application.counter_view import Notice, NoticeKind
from breadpos.application.opening import OpeningNote
from breadpos.domain.cash import CashMovement, MovementKind
from breadpos.domain.money import Currency, Money
from breadpos.domain.product import Product
from breadpos.ui.banner_message import Message, Remedy, Topic


def message_for_notice(notice: Notice, language: str) -> Message:
    """What the banner says of a notice."""
    words = {
        NoticeKind.TRAY_CHANGED: _tray_changed,
        NoticeKind.NOT_CHARGED: _not_charged,
        NoticeKind.CLOSED_TRAY_MOVED: _closed_tray_moved,
        NoticeKind.QUESTIONS_LEFT: _questions_left,
        NoticeKind.CART_HELD: _cart_held,
        NoticeKind.CART_NOT_KEPT: _cart_not_kept,
    }
    return words[notice.kind](notice, language)


def message_for_interrupted(due: Money, currency: Currency) -> Message:
    """What the banner says of a cart that was open when the program ended."""
    sentence = QCoreApplication.translate("Notices", "Its total is %1.")
    return Message(
        QCoreApplication.translate("Notices", "A cart was not paid when the register stopped."),
        sentence.replace("%1", currency.format(due)),
        (
            (QCoreApplication.translate("Notices", "Continue"), Remedy.RESUME),
            (QCoreApplication.translate("Notices", "Discard"), Remedy.DISCARD),
        ),
        icon="clock-counter-clockwise",
    )


def message_for_discarding(due: Money, currency: Currency) -> Message:
    """What the banner asks before such a cart is dropped; never by two taps on one place."""
    title = QCoreApplication.translate("Notices", "Discard the cart of %1?")
    return Message(
        title.replace("%1", currency.format(due)),
        QCoreApplication.translate("Notices", "It cannot be taken up again."),
        (
            (QCoreApplication.translate("Notices", "Discard"), Remedy.DISCARD_ASKED),
            (QCoreApplication.translate("Notices", "Keep"), Remedy.KEEP),
        ),
        icon="clock-counter-clockwise",
        is_problem=True,
    )


def message_for_training_begun() -> Message:
    """What the banner says of a training that has begun by itself at the day's end."""
    translate = QCoreApplication.translate
    return Message(
        translate("Notices", "The register learns from the photos now."),
        translate("Notices", "The window may be closed, but leave the computer on."),
        ((translate("Notices", "See"), Remedy.SHOW_TRAINING),),
        icon="chart-bar",
    )


def message_for_training(*, worked: bool) -> Message:
    """What the banner says of a training that ended while nobody looked."""
    translate = QCoreApplication.translate
    title = (
        translate("Notices", "The register has learnt from the photos.")
        if worked
        else translate("Notices", "Learning from the photos did not work.")
    )
    sentence = (
        translate("Notices", "See whether the new one is better, and choose.")
        if worked
        else translate("Notices", "Nothing has changed. See why.")
    )
    see = (translate("Notices", "See"), Remedy.SHOW_TRAINING)
    return Message(title, sentence, (see,), icon="chart-bar", is_problem=not worked)


def message_for_setup() -> Message:
    """What the banner says of a set-up that was left."""
    translate = QCoreApplication.translate
    return Message(
        translate("Notices", "The set-up is not finished."),
        translate("Notices", "Go on now, or any time in the settings."),
        (
            (translate("Notices", "Go on"), Remedy.RESUME_SETUP),
            (translate("Notices", "Later"), Remedy.DISMISS),
        ),
        icon="flag",
    )


def topic_of_opening(note: OpeningNote) -> Topic:
    return {
        OpeningNote.CLOCK_BACK: Topic.CLOCK,
        OpeningNote.DAY_LEFT_OPEN: Topic.DAY,
        OpeningNote.FLOAT_MISSING: Topic.FLOAT,
        OpeningNote.DOUBTFUL_NUMBER: Topic.NUMBER,
    }[note]


def message_for_opening(note: OpeningNote) -> Message:
    """What the banner says when the register is opened."""
    translate = QCoreApplication.translate
    title, sentence = {
        OpeningNote.CLOCK_BACK: (
            translate("Notices", "The clock is behind the last sale."),
            translate("Notices", "Check the computer's date and time. Closed days stay closed."),
        ),
        OpeningNote.DAY_LEFT_OPEN: (
            translate("Notices", "An earlier day is not closed yet."),
            translate("Notices", "Close it under More, before the drawer fills again."),
        ),
        OpeningNote.FLOAT_MISSING: (
            translate("Notices", "No float is entered for today yet."),
            translate("Notices", "Without it the count at closing will not match."),
        ),
        OpeningNote.DOUBTFUL_NUMBER: (
            translate("Notices", "The registration number may have a slip."),
            translate("Notices", "Its check digit is wrong. Compare it with the tax office's."),
        ),
    }[note]
    if note is OpeningNote.FLOAT_MISSING:
        enter = (translate("Notices", "Enter it"), Remedy.SHOW_DRAWER)
        return Message(
            title, sentence, (enter, (translate("Notices", "None today"), Remedy.DISMISS))
        )
    return Message(title, sentence, ((translate("Notices", "OK"), Remedy.DISMISS),))


def message_for_moved(movement: CashMovement, currency: Currency) -> Message:
    """What the banner says of money put into the drawer or taken out, now on record."""
    translate = QCoreApplication.translate
    amount = currency.format(movement.amount)
    title = {
        MovementKind.FLOAT: translate("Notices", "Float recorded: %1"),
        MovementKind.PAY_IN: translate("Notices", "Paid in: %1"),
        MovementKind.PAY_OUT: translate("Notices", "Paid out: %1"),
        MovementKind.OPENED: translate("Notices", "The drawer was opened."),
    }[movement.kind].replace("%1", amount)
    return Message(
        title,
        movement.reason,
        ((translate("Notices", "OK"), Remedy.DISMISS),),
        icon="check-circle",
    )


def message_for_paper(path: str) -> Message:
    """What the banner says of a paper that was made out."""
    return Message(
        QCoreApplication.translate("Notices", "The paper is ready."),
        path,
        ((QCoreApplication.translate("Notices", "OK"), Remedy.DISMISS),),
        icon="receipt",
    )


def _tray_changed(notice: Notice, language: str) -> Message:
    changes = [*_counted("＋", notice.added, language), *_counted("－", notice.removed, language)]
    buttons = [(QCoreApplication.translate("Notices", "OK"), Remedy.DISMISS)]
    if notice.removed:
        keep = QCoreApplication.translate("Notices", "Charge what was taken off")
        buttons.insert(0, (keep, Remedy.KEEP_REMOVED))
    return Message(
        QCoreApplication.translate("Notices", "The tray has changed and was read again."),
        " ".join(changes),
        tuple(buttons),
        icon="arrows-clockwise",
    )


def _not_charged(notice: Notice, language: str) -> Message:
    buttons = [(QCoreApplication.translate("Notices", "OK"), Remedy.DISMISS)]
    if notice.added:
        charge = QCoreApplication.translate("Notices", "Charge it")
        buttons.insert(0, (charge, Remedy.CHARGE_ADDED))
    return Message(
        QCoreApplication.translate("Notices", "Something was added to a tray already done."),
        " ".join(_counted("＋", notice.added, language)),
        tuple(buttons),
        icon="tray",
        is_problem=True,
    )


def _closed_tray_moved(_notice: Notice, _language: str) -> Message:
    return Message(
        QCoreApplication.translate("Notices", "The tray already done was moved about."),
        QCoreApplication.translate("Notices", "Is it the next customer's, with the same breads?"),
        (
            (QCoreApplication.translate("Notices", "Charge it anew"), Remedy.NEW_TRAY),
            (QCoreApplication.translate("Notices", "It is the same tray"), Remedy.DISMISS),
        ),
        icon="tray",
    )


def _questions_left(_notice: Notice, _language: str) -> Message:
    return Message(
        QCoreApplication.translate("Notices", "This cart still had questions."),
        QCoreApplication.translate("Notices", "Check its lines, and add what is missing."),
        ((QCoreApplication.translate("Notices", "OK"), Remedy.DISMISS),),
        icon="warning-circle",
        is_problem=True,
    )


def _cart_held(notice: Notice, _language: str) -> Message:
    if notice.cart_id:
        return _other_cart_held()
    return Message(
        QCoreApplication.translate("Notices", "The cart was put on hold."),
        QCoreApplication.translate("Notices", "It waits under “Held”."),
        (
            (QCoreApplication.translate("Notices", "Show"), Remedy.SHOW_HELD),
            (QCoreApplication.translate("Notices", "OK"), Remedy.DISMISS),
        ),
        icon="pause",
    )


def _other_cart_held() -> Message:
    return Message(
        QCoreApplication.translate("Notices", "The previous cart is on hold."),
        QCoreApplication.translate("Notices", "Is this a second tray of the same customer?"),
        (
            (QCoreApplication.translate("Notices", "Same customer"), Remedy.JOIN_HELD),
            (QCoreApplication.translate("Notices", "Another"), Remedy.DISMISS),
        ),
        icon="pause",
    )


def _cart_not_kept(_notice: Notice, _language: str) -> Message:
    return Message(
        QCoreApplication.translate("Notices", "The disk refuses to keep this cart."),
        QCoreApplication.translate("Notices", "Selling goes on; a power cut would lose the cart."),
        ((QCoreApplication.translate("Notices", "OK"), Remedy.DISMISS),),
        icon="floppy-disk",
        is_problem=True,
    )


def _counted(sign: str, products: tuple[Product, ...], language: str) -> list[str]:
    names = Counter(product.label(language) for product in products)
    return [f"{sign}{name}" + (f"×{count}" if count > 1 else "") for name, count in names.items()]
