"""Every expected failure in the cashier's words: a title, a sentence and a button."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from breadpos.domain import errors
from breadpos.domain.errors import BreadposError
from breadpos.ui.banner_message import Message, Remedy, Topic

_CONTEXT = "Failures"
_BUTTONS = {
    Remedy.RECONNECT_CAMERA: QT_TRANSLATE_NOOP("Failures", "Reconnect"),
    Remedy.RELOAD_RECOGNISER: QT_TRANSLATE_NOOP("Failures", "Look again"),
    Remedy.TRY_AGAIN: QT_TRANSLATE_NOOP("Failures", "Try again"),
    Remedy.DISMISS: QT_TRANSLATE_NOOP("Failures", "OK"),
}
_ICONS = {
    Topic.CAMERA: "camera-slash",
    Topic.RECOGNISER: "bread",
    Topic.STORAGE: "floppy-disk",
    Topic.PRINTER: "printer",
}


@dataclass(frozen=True, slots=True)
class _Failure:
    topic: Topic
    remedy: Remedy
    title: object  # a str, though PySide6 types QT_TRANSLATE_NOOP as object
    sentence: object


def _sale(title: object, sentence: object, remedy: Remedy = Remedy.DISMISS) -> _Failure:
    return _Failure(Topic.SALE, remedy, title, sentence)


def _printer(title: object, sentence: object) -> _Failure:
    return _Failure(Topic.PRINTER, Remedy.DISMISS, title, sentence)


_FAILURES: dict[type[BreadposError], _Failure] = {
    errors.CameraLost: _Failure(
        Topic.CAMERA,
        Remedy.RECONNECT_CAMERA,
        QT_TRANSLATE_NOOP("Failures", "The camera is unplugged."),
        QT_TRANSLATE_NOOP("Failures", "You can sell by hand."),
    ),
    errors.CameraMissing: _Failure(
        Topic.CAMERA,
        Remedy.RECONNECT_CAMERA,
        QT_TRANSLATE_NOOP("Failures", "No camera is found."),
        QT_TRANSLATE_NOOP("Failures", "Check its cable. You can sell by hand."),
    ),
    errors.RecogniserMissing: _Failure(
        Topic.RECOGNISER,
        Remedy.RELOAD_RECOGNISER,
        QT_TRANSLATE_NOOP("Failures", "No bread has been learnt yet."),
        QT_TRANSLATE_NOOP("Failures", "You can sell by hand."),
    ),
    errors.RecogniserDamaged: _Failure(
        Topic.RECOGNISER,
        Remedy.RELOAD_RECOGNISER,
        QT_TRANSLATE_NOOP("Failures", "What was learnt cannot be read."),
        QT_TRANSLATE_NOOP("Failures", "Learn the breads again. You can sell by hand."),
    ),
    errors.RecogniserTooNew: _Failure(
        Topic.RECOGNISER,
        Remedy.RELOAD_RECOGNISER,
        QT_TRANSLATE_NOOP("Failures", "What was learnt is from a newer program."),
        QT_TRANSLATE_NOOP("Failures", "Update breadpos. You can sell by hand."),
    ),
    errors.DiskFull: _Failure(
        Topic.STORAGE,
        Remedy.TRY_AGAIN,
        QT_TRANSLATE_NOOP("Failures", "The disk is full: nothing was saved."),
        QT_TRANSLATE_NOOP("Failures", "The cart is kept. Free some space and try again."),
    ),
    errors.DatabaseTooNew: _Failure(
        Topic.STORAGE,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The shop's data is from a newer program."),
        QT_TRANSLATE_NOOP("Failures", "Update breadpos."),
    ),
    errors.StorageError: _Failure(
        Topic.STORAGE,
        Remedy.TRY_AGAIN,
        QT_TRANSLATE_NOOP("Failures", "Nothing could be saved."),
        QT_TRANSLATE_NOOP("Failures", "The cart is kept. Check the disk and try again."),
    ),
    errors.CartNotPayable: _Failure(
        Topic.SALE,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This cannot be paid yet."),
        QT_TRANSLATE_NOOP("Failures", "Look at the cart and at the amount."),
    ),
    errors.TenderTooSmall: _Failure(
        Topic.SALE,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "That is not enough."),
        QT_TRANSLATE_NOOP("Failures", "Type the amount received again."),
    ),
    errors.ProductNotFound: _Failure(
        Topic.SALE,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This product is no longer on the price list."),
        QT_TRANSLATE_NOOP("Failures", "Choose another one."),
    ),
    errors.ProductInvalid: _Failure(
        Topic.SALE,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This price cannot be used."),
        QT_TRANSLATE_NOOP("Failures", "Type it again."),
    ),
    errors.SheetUnreadable: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This file is no table."),
        QT_TRANSLATE_NOOP("Failures", "Save it as CSV or .xlsx and import it again."),
    ),
    errors.SheetColumnsMissing: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The column 商品名 is missing."),
        QT_TRANSLATE_NOOP("Failures", "Name the columns in the first line; an export shows how."),
    ),
    errors.SpanInvalid: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "These days cannot be reported on."),
        QT_TRANSLATE_NOOP("Failures", "Choose a first day before the last, ten years at most."),
    ),
    errors.FileNotWritten: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The file cannot be written there."),
        QT_TRANSLATE_NOOP("Failures", "Close it in other programs, or choose another folder."),
    ),
    errors.BarcodeTaken: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "Another product has this barcode."),
        QT_TRANSLATE_NOOP("Failures", "Give each product its own."),
    ),
    errors.ImageUnreadable: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "A picture cannot be read."),
        QT_TRANSLATE_NOOP("Failures", "Take another one."),
    ),
    errors.PricesInvalid: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The price list has a line that is no price."),
        QT_TRANSLATE_NOOP("Failures", "Mend it and read it again; nothing of it was taken."),
    ),
    errors.NothingToLearn: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "There are no photographs to learn from."),
        QT_TRANSLATE_NOOP("Failures", "Choose a folder with one folder a product."),
    ),
    errors.GroundTruthInvalid: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The test pictures' list cannot be used."),
        QT_TRANSLATE_NOOP("Failures", "Write it again."),
    ),
    errors.SettingsError: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "A setting is wrong."),
        QT_TRANSLATE_NOOP("Failures", "Mend breadpos.toml and start again."),
    ),
    errors.DisplayMissing: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "There is no screen."),
        QT_TRANSLATE_NOOP("Failures", "Connect one and start again."),
    ),
    errors.DisplayUnreachable: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The screen cannot be reached."),
        QT_TRANSLATE_NOOP("Failures", "Start again on the screen itself."),
    ),
    errors.WindowLibraryMissing: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "The computer lacks what windows need."),
        QT_TRANSLATE_NOOP("Failures", "Install what is named, and start again."),
    ),
    errors.DeviceMissing: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This computer cannot train on that device."),
        QT_TRANSLATE_NOOP("Failures", "Choose “auto” under Advanced and train again."),
    ),
    errors.WeightsMissing: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This network cannot be had here."),
        QT_TRANSLATE_NOOP("Failures", "Choose the usual one under Advanced and train again."),
    ),
    errors.NothingToTrain: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "There are too few photographs to train on."),
        QT_TRANSLATE_NOOP("Failures", "Photograph at least two breads, five times each."),
    ),
    errors.ModelNotFound: _Failure(
        Topic.RECOGNISER,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "This model is no longer there."),
        QT_TRANSLATE_NOOP("Failures", "Choose another one. You can sell by hand."),
    ),
    errors.TenderInvalid: _sale(
        QT_TRANSLATE_NOOP("Failures", "This cannot be paid so."),
        QT_TRANSLATE_NOOP("Failures", "Only cash and vouchers may be more than what is due."),
    ),
    errors.DiscountInvalid: _sale(
        QT_TRANSLATE_NOOP("Failures", "This discount cannot be given."),
        QT_TRANSLATE_NOOP("Failures", "It is more than there is to pay. Type it again."),
    ),
    errors.NoTaxRate: _sale(
        QT_TRANSLATE_NOOP("Failures", "There is no tax rate for today."),
        QT_TRANSLATE_NOOP("Failures", "Check the computer's clock, then try again."),
        Remedy.TRY_AGAIN,
    ),
    errors.ReasonMissing: _sale(
        QT_TRANSLATE_NOOP("Failures", "A reason is missing."),
        QT_TRANSLATE_NOOP("Failures", "Choose or type one."),
    ),
    errors.SaleNotFound: _sale(
        QT_TRANSLATE_NOOP("Failures", "No receipt has this number."),
        QT_TRANSLATE_NOOP("Failures", "Look it up in the list."),
    ),
    errors.NotVoidable: _sale(
        QT_TRANSLATE_NOOP("Failures", "This sale can no longer be voided."),
        QT_TRANSLATE_NOOP("Failures", "Give a refund instead."),
    ),
    errors.NotRefundable: _sale(
        QT_TRANSLATE_NOOP("Failures", "This is a void or refund itself."),
        QT_TRANSLATE_NOOP("Failures", "Choose the sale."),
    ),
    errors.RefundTooMuch: _sale(
        QT_TRANSLATE_NOOP("Failures", "So much is not left of this sale."),
        QT_TRANSLATE_NOOP("Failures", "Choose items not taken back yet."),
    ),
    errors.CashInvalid: _sale(
        QT_TRANSLATE_NOOP("Failures", "The amount or the reason is missing."),
        QT_TRANSLATE_NOOP("Failures", "Type both."),
    ),
    errors.CountUnexplained: _sale(
        QT_TRANSLATE_NOOP("Failures", "The cash does not match."),
        QT_TRANSLATE_NOOP("Failures", "Count again, or say why."),
    ),
    errors.DayNotClosable: _sale(
        QT_TRANSLATE_NOOP("Failures", "This day cannot be closed."),
        QT_TRANSLATE_NOOP("Failures", "It is closed already, or the clock is wrong. Look again."),
    ),
    errors.DayOpen: _sale(
        QT_TRANSLATE_NOOP("Failures", "The day is not closed yet."),
        QT_TRANSLATE_NOOP("Failures", "Make its Z report, then change it."),
    ),
    errors.CartsOpen: _sale(
        QT_TRANSLATE_NOOP("Failures", "A cart is not paid yet."),
        QT_TRANSLATE_NOOP("Failures", "Take its payment or put it on hold, then close the day."),
    ),
    errors.ApprovalNeeded: _sale(
        QT_TRANSLATE_NOOP("Failures", "A manager must allow this."),
        QT_TRANSLATE_NOOP("Failures", "Call one, then try again."),
        Remedy.TRY_AGAIN,
    ),
    errors.SignInNeeded: _sale(
        QT_TRANSLATE_NOOP("Failures", "The register is locked."),
        QT_TRANSLATE_NOOP("Failures", "Sign in with your PIN, then try again."),
        Remedy.TRY_AGAIN,
    ),
    errors.OwnerMissing: _sale(
        QT_TRANSLATE_NOOP("Failures", "The owner must allow this, and has no PIN yet."),
        QT_TRANSLATE_NOOP("Failures", "Make the owner's PIN, then try again."),
        Remedy.TRY_AGAIN,
    ),
    errors.PersonInvalid: _sale(
        QT_TRANSLATE_NOOP("Failures", "This name cannot be used."),
        QT_TRANSLATE_NOOP("Failures", "Type one of 1 to 30 letters."),
    ),
    errors.NameTaken: _sale(
        QT_TRANSLATE_NOOP("Failures", "There is already somebody of this name."),
        QT_TRANSLATE_NOOP("Failures", "Receipts print it, so give each their own."),
    ),
    errors.PersonNotFound: _sale(
        QT_TRANSLATE_NOOP("Failures", "This person works here no longer."),
        QT_TRANSLATE_NOOP("Failures", "Choose somebody else."),
    ),
    errors.LastOwner: _sale(
        QT_TRANSLATE_NOOP("Failures", "There must be an owner."),
        QT_TRANSLATE_NOOP("Failures", "Make somebody else the owner first."),
    ),
    errors.PinRefused: _sale(
        QT_TRANSLATE_NOOP("Failures", "This PIN is too easy to guess."),
        QT_TRANSLATE_NOOP("Failures", "Choose 4 to 8 digits without a pattern."),
    ),
    errors.PinWrong: _sale(
        QT_TRANSLATE_NOOP("Failures", "The PIN is not right."),
        QT_TRANSLATE_NOOP("Failures", "Type it again."),
    ),
    errors.PinThrottled: _sale(
        QT_TRANSLATE_NOOP("Failures", "Too many wrong PINs."),
        QT_TRANSLATE_NOOP("Failures", "Wait a moment, then type it again."),
    ),
    errors.RoleTooLow: _sale(
        QT_TRANSLATE_NOOP("Failures", "You may not allow this."),
        QT_TRANSLATE_NOOP("Failures", "Ask a manager or the owner."),
    ),
    errors.PrinterError: _printer(
        QT_TRANSLATE_NOOP("Failures", "The printer does not print."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Look at the printer."),
    ),
    errors.PrinterUnreachable: _printer(
        QT_TRANSLATE_NOOP("Failures", "The printer does not answer."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Check its power and cable."),
    ),
    errors.PrinterSilent: _printer(
        QT_TRANSLATE_NOOP("Failures", "The printer does not say how it is."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Turn it off and on."),
    ),
    errors.PaperOut: _printer(
        QT_TRANSLATE_NOOP("Failures", "The printer is out of paper."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Put in a new roll."),
    ),
    errors.PrinterCoverOpen: _printer(
        QT_TRANSLATE_NOOP("Failures", "The printer's cover is open."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Close it."),
    ),
    errors.PrinterFault: _printer(
        QT_TRANSLATE_NOOP("Failures", "The printer reports a fault."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Clear its cutter, turn it off and on."),
    ),
    errors.PrintInDoubt: _printer(
        QT_TRANSLATE_NOOP("Failures", "The paper may not be whole."),
        QT_TRANSLATE_NOOP("Failures", "The sale is kept. Look at what came out."),
    ),
    errors.PrinterMissing: _printer(
        QT_TRANSLATE_NOOP("Failures", "No printer is set up."),
        QT_TRANSLATE_NOOP("Failures", "Choose one under Settings, Printer."),
    ),
    BreadposError: _Failure(
        Topic.FILES,
        Remedy.DISMISS,
        QT_TRANSLATE_NOOP("Failures", "Something did not work."),
        QT_TRANSLATE_NOOP("Failures", "The cart is kept. The log says more."),
    ),
}

_BESIDE_SELLING: dict[type[BreadposError], object] = {
    errors.DiskFull: QT_TRANSLATE_NOOP("Failures", "Free some space and try again."),
    errors.StorageError: QT_TRANSLATE_NOOP("Failures", "Check the disk and try again."),
}
"""What to do where no cart is in question."""

_WHILE_OPENING: dict[type[BreadposError], tuple[object, object]] = {
    errors.DiskFull: (
        QT_TRANSLATE_NOOP("Failures", "The disk is full."),
        QT_TRANSLATE_NOOP("Failures", "Free some space and start again."),
    ),
    errors.StorageError: (
        QT_TRANSLATE_NOOP("Failures", "The data of the shop cannot be opened."),
        QT_TRANSLATE_NOOP(
            "Failures", "Look at the disk and the folder named below, then start again."
        ),
    ),
    BreadposError: (
        QT_TRANSLATE_NOOP("Failures", "The register cannot be opened."),
        QT_TRANSLATE_NOOP("Failures", "Start again. If it stays so, show somebody the line below."),
    ),
}
"""Where no cart is open yet, and nothing goes on."""


def has_own_words(kind: type[BreadposError]) -> bool:
    """Whether a class of failure is worded for itself, not only through its base."""
    return kind in _FAILURES


def topic_of(error: BreadposError) -> Topic:
    return _failure(error).topic


def message_for(error: BreadposError) -> Message:
    """What the banner says of a failure, in the language of now."""
    failure = _failure(error)
    return Message(
        QCoreApplication.translate(_CONTEXT, str(failure.title)),
        QCoreApplication.translate(_CONTEXT, str(failure.sentence)),
        ((QCoreApplication.translate(_CONTEXT, str(_BUTTONS[failure.remedy])), failure.remedy),),
        icon=_ICONS.get(failure.topic, "warning-circle"),
        is_problem=True,
    )


def opening_words(error: BreadposError) -> tuple[str, str]:
    """What kept the register from opening, and what to do, in the language of now."""
    kind = next(kind for kind in type(error).__mro__ if kind in _FAILURES)
    failure = _FAILURES[kind]
    title, sentence = _WHILE_OPENING.get(kind, (failure.title, failure.sentence))
    return (
        QCoreApplication.translate(_CONTEXT, str(title)),
        QCoreApplication.translate(_CONTEXT, str(sentence)),
    )


def words_of(name: str) -> str:
    """A failure that another process named, in one line and the language of now; else nothing."""
    kind = getattr(errors, name, None)
    if not (isinstance(kind, type) and issubclass(kind, BreadposError)) or kind is BreadposError:
        return ""
    failure = next(_FAILURES[each] for each in kind.__mro__ if each in _FAILURES)
    parts = failure.title, _BESIDE_SELLING.get(kind, failure.sentence)
    return " ".join(QCoreApplication.translate(_CONTEXT, str(part)) for part in parts)


def _failure(error: BreadposError) -> _Failure:
    return next(_FAILURES[kind] for kind in type(error).__mro__ if kind in _FAILURES)
