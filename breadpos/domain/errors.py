"""Every failure a person can do something about, one class per remedy."""

from datetime import date
from pathlib import Path


class BreadposError(Exception):
    """Base of the expected failures. str(error) is for the log and the command line."""


class SettingsError(BreadposError):
    """A setting is missing or wrong; the owner mends breadpos.toml."""


class DisplayMissing(BreadposError):
    """There is no screen to open a window on."""

    def __init__(self) -> None:
        super().__init__(
            "no display found, so the register cannot open its window;"
            " use 'breadpos scan IMAGE' or 'breadpos demo' here"
        )


class DisplayUnreachable(DisplayMissing):
    """A screen is named that does not let a window in."""

    def __init__(self, variable: str, display: str) -> None:
        BreadposError.__init__(
            self,
            f"the display {display} cannot be opened; set {variable} to one that this user may"
            " use, or use 'breadpos scan IMAGE' or 'breadpos demo' here",
        )


class WindowLibraryMissing(BreadposError):
    """The system lacks a library that windows need; installing it helps."""

    def __init__(self, library: str, reason: str) -> None:
        name, _, number = library.partition(".so.")
        joint = "-" if name[-1:].isdigit() else ""  # as Debian names what is in a library
        package = f"{name}{joint}{number}"
        super().__init__(
            f"no window can be opened without {library} ({reason});"
            f" on Debian or Ubuntu: sudo apt install {package}"
        )
        self.package = package


class CameraMissing(BreadposError):
    """The camera cannot be opened; the clerk checks the cable or the number in the settings."""

    def __init__(self, camera: str) -> None:
        super().__init__(
            f"camera {camera} cannot be opened; check its cable or [camera] in breadpos.toml"
        )
        self.camera = camera


class CameraLost(BreadposError):
    """No frames arrive; the clerk checks the cable while the till goes on by hand."""

    def __init__(self, camera: str) -> None:
        super().__init__(f"camera {camera} stopped delivering frames; check its cable")
        self.camera = camera


class ImageUnreadable(BreadposError):
    """A file is no picture, is cut short, or is too large to take in."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class RecogniserMissing(BreadposError):
    """No product has been learnt yet; selling by hand goes on."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"no recogniser in {path}; teach one with 'breadpos learn FOLDER'")
        self.path = path


class RecogniserDamaged(BreadposError):
    """A recogniser cannot be used; going back to another version or learning again helps."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"recogniser {path} cannot be used ({reason}); learn again with 'breadpos learn FOLDER'"
        )
        self.path = path
        self.reason = reason


class RecogniserTooNew(RecogniserDamaged):
    """The files were written by a newer program; updating helps."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            path, f"format {found} is newer than this program's {known}; update breadpos"
        )


class StorageError(BreadposError):
    """The database refused; nothing was written."""


class DiskFull(StorageError):
    """There is no room to write; the sale is kept open until there is."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} not saved: the disk is full; free some space and try again")


class DatabaseTooNew(StorageError):
    """The shop's database was written by a newer program."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was written by a newer breadpos; update this program")


class PricesInvalid(BreadposError):
    """A price list has a line that is no price; nothing of it was taken."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}, line {line}: {reason}")
        self.path = path
        self.line = line


class SheetUnreadable(BreadposError):
    """A file is no table: neither CSV nor Excel, or it cannot be opened."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class SheetColumnsMissing(BreadposError):
    """A table of products lacks a column that is needed; nothing of it was taken."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        super().__init__(f"the first line must name the column {' and '.join(columns)}")
        self.columns = columns


class FileNotWritten(BreadposError):
    """A file the owner asked for cannot be written there."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be written: {reason}")
        self.path = path


class BarcodeTaken(BreadposError):
    """Two products cannot have one barcode."""

    def __init__(self, barcode: str, name: str) -> None:
        super().__init__(f"barcode {barcode} is already on {name}")
        self.barcode = barcode
        self.name = name


class NothingToLearn(BreadposError):
    """The folder holds no product folder with a usable photo."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder


class GroundTruthInvalid(BreadposError):
    """A COCO file cannot be evaluated against."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class ProductNotFound(BreadposError):
    """A product was asked for that the shop does not have."""

    def __init__(self, product_id: str) -> None:
        super().__init__(f"no product {product_id!r}; see 'breadpos products list'")
        self.product_id = product_id


class ProductInvalid(BreadposError):
    """A product's name or price cannot be used."""


class CartNotPayable(BreadposError):
    """The cart cannot be paid yet: it is empty, has a question open, or a line without a price."""


class TenderTooSmall(BreadposError):
    """Less was tendered than is due."""

    def __init__(self, due_minor: int, tendered_minor: int) -> None:
        super().__init__(f"{tendered_minor} tendered for {due_minor}")
        self.due_minor = due_minor
        self.tendered_minor = tendered_minor


class DeviceMissing(BreadposError):
    """A training was to run on a device that this computer does not have."""

    def __init__(self, device: str) -> None:
        super().__init__(
            f"this computer has no {device} that can be used; train with --device auto"
        )
        self.device = device


class WeightsMissing(BreadposError):
    """The weights a training was to start from cannot be had."""


class ModelNotFound(BreadposError):
    """A version was asked for that the shop does not have."""

    def __init__(self, version: str) -> None:
        super().__init__(f"no model {version!r}; see 'breadpos models list'")
        self.version = version


class NothingToTrain(BreadposError):
    """The photos do not suffice for a training; the message says what is missing."""


class TenderInvalid(BreadposError):
    """What was tendered cannot be: nothing, far too much, or on nobody's account."""


class DiscountInvalid(BreadposError):
    """A discount or a set price cannot be used."""


class NoTaxRate(BreadposError):
    """No tax rate holds on a day, for the clock is far off; setting the clock helps."""

    def __init__(self, tax_class: str, place: str, day: date) -> None:
        super().__init__(f"no tax rate for {tax_class} {place} on {day}; check the clock")
        self.day = day


class ReasonMissing(BreadposError):
    """What is done needs a reason on record."""


class SaleNotFound(BreadposError):
    """No sale has that receipt number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no receipt {number}; see 'breadpos sales list'")
        self.number = number


class NotVoidable(BreadposError):
    """A sale of another day, or one taken back already; a refund is the way."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"receipt {number} cannot be voided: it is no sale of today, or was taken back already"
        )
        self.number = number


class NotRefundable(BreadposError):
    """A void or a refund cannot itself be taken back."""

    def __init__(self, number: int) -> None:
        super().__init__(f"receipt {number} is itself a void or a refund")
        self.number = number


class RefundTooMuch(BreadposError):
    """More is to be taken back than is left of a sale, or nothing."""

    def __init__(self, number: int) -> None:
        super().__init__(f"receipt {number}: choose pieces that have not been taken back yet")
        self.number = number


class CashInvalid(BreadposError):
    """An amount put into the drawer or taken out cannot be, or has no reason."""


class CountUnexplained(BreadposError):
    """The drawer holds more or less than it should, and nobody has said why."""

    def __init__(self, difference_minor: int) -> None:
        super().__init__(f"the drawer is off by {difference_minor}; give a reason")
        self.difference_minor = difference_minor


class DayNotClosable(BreadposError):
    """A day cannot be closed: it is closed already, has nothing in it, or has yet to come."""

    def __init__(self, day: date, reason: str) -> None:
        super().__init__(f"{day} cannot be closed: {reason}")
        self.day = day


class SpanInvalid(BreadposError):
    """A report is asked for days that cannot be: the last before the first, or over ten years."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"from {first} to {last} is no span; choose at most ten years, in order")
        self.first, self.last = first, last


class DayOpen(BreadposError):
    """Something changes only between two business days; a Z report is to be made first."""

    def __init__(self) -> None:
        super().__init__("the day is not closed yet; make its Z report first")


class CartsOpen(BreadposError):
    """A cart is on the screen unpaid; it is paid or put on hold before the day is closed."""

    def __init__(self) -> None:
        super().__init__("a cart is open; take its payment or put it on hold, then close the day")


class ApprovalNeeded(BreadposError):
    """Somebody with the right to it must allow an action first.

    Args:
        how: what to do about it where nobody can be asked in place.
    """

    def __init__(self, action: str, how: str = "") -> None:
        super().__init__(f"{action} needs a manager's approval" + (how and f"; {how}"))
        self.action = action


class SignInNeeded(BreadposError):
    """The register is locked; somebody signs in, then goes on."""

    def __init__(self) -> None:
        super().__init__("the register is locked; sign in first")


class OwnerMissing(ApprovalNeeded):
    """The shop has no people yet; the owner makes a PIN, then goes on."""

    def __init__(self, action: str) -> None:
        super().__init__(action)
        self.args = (f"{action} needs the owner's PIN, and there is none yet",)


class PersonInvalid(BreadposError):
    """A person's name is missing or too long."""

    def __init__(self, name: str, longest: int) -> None:
        super().__init__(f"{name!r} is no name: it has 1 to {longest} letters")


class NameTaken(BreadposError):
    """Two people cannot have one name, for receipts name the cashier."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is already somebody called {name}")
        self.name = name


class PersonNotFound(BreadposError):
    """Nobody of that name works here."""

    def __init__(self, name: str) -> None:
        super().__init__(f"nobody called {name!r} works here; see 'breadpos people list'")


class LastOwner(BreadposError):
    """Somebody has to be the owner; another one is needed first."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is the only owner; make somebody else one first")


class PinRefused(BreadposError):
    """A new PIN is too easy to guess, or is none; another one is thought of."""

    def __init__(self, fault: str, reason: str) -> None:
        super().__init__(f"this PIN is not taken: {reason}")
        self.fault = fault


class PinWrong(BreadposError):
    """The PIN is another one; type it again."""

    def __init__(self, name: str) -> None:
        super().__init__(f"this is not the PIN of {name}")


class PinThrottled(BreadposError):
    """Too many wrong PINs; waiting helps."""

    def __init__(self, wait_s: int) -> None:
        super().__init__(f"too many wrong PINs; wait {wait_s} seconds")
        self.wait_s = wait_s


class RoleTooLow(BreadposError):
    """The PIN is right, but its owner may not allow this; somebody else may."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} may not allow this; ask a manager or the owner")


class PrinterError(BreadposError):
    """A paper did not come out; it is kept, and what was sold stays sold."""


class PrinterUnreachable(PrinterError):
    """Nobody answers at its address; the cashier looks at its power and cable."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"printer {address} cannot be reached ({reason});"
            " check its power, its cable and [printer] in breadpos.toml"
        )


class PrinterSilent(PrinterError):
    """It takes the connection and does not say how it is; it is turned off and on."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"printer {address} does not say how it is; turn it off and on, and set"
            " printer.reports to false in breadpos.toml if it never does"
        )


class PaperOut(PrinterError):
    """The roll is used up; the cashier puts in another."""

    def __init__(self) -> None:
        super().__init__("the printer has no paper; put in a roll")


class PrinterCoverOpen(PrinterError):
    """Its cover is open; the cashier closes it."""

    def __init__(self) -> None:
        super().__init__("the printer's cover is open; close it")


class PrinterFault(PrinterError):
    """It reports an error, such as a jammed cutter."""

    def __init__(self) -> None:
        super().__init__("the printer reports a fault; turn it off, clear the cutter, turn it on")


class PrintInDoubt(PrinterError):
    """A paper was sent, and nobody knows whether all of it is printed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the paper may not be whole ({reason}); look at the printer")


class PrinterMissing(PrinterError):
    """No printer is set up."""

    def __init__(self) -> None:
        super().__init__("no printer is set up; name one under [printer] in breadpos.toml")
