"""The shop's settings: frozen values, read once from breadpos.toml and handed down in parts."""

import os
import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, time, tzinfo
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from platformdirs import user_data_path
from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)
from pydantic.dataclasses import dataclass as checked
from pydantic_core import ErrorDetails

from breadpos.domain.errors import SettingsError
from breadpos.domain.tax import Rounding
from breadpos.whole_file import write_whole

FORMAT = 1
"""The newest form of breadpos.toml this program can read."""

DEMO_NAME = "こむぎ堂（デモ）"
"""Of the shop that is shown to whoever has none yet."""
_PREFIX = "BREADPOS_"
_HOME = "BREADPOS_HOME"
_CONFIG = ConfigDict(extra="forbid")
_UNKNOWN = {"unexpected_keyword_argument", "extra_forbidden"}


@dataclass(frozen=True, slots=True)
class Home:
    """The folder that holds everything of one shop."""

    folder: Path

    @property
    def settings(self) -> Path:
        return self.folder / "breadpos.toml"

    @property
    def database(self) -> Path:
        return self.folder / "breadpos.db"

    @property
    def photos(self) -> Path:
        return self.folder / "photos"

    @property
    def models(self) -> Path:
        return self.folder / "models"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def papers(self) -> Path:
        """Receipts kept as files."""
        return self.folder / "papers"

    @property
    def printing(self) -> Path:
        """Papers on their way to the printer."""
        return self.folder / "printing"

    @property
    def practice(self) -> "Home":
        """A shop of its own, in which nothing counts."""
        return Home(self.folder / "practice")

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def trays(self) -> Path:
        """Pictures of trays that were sold."""
        return self.folder / "trays"


def _number_as_text(source: object) -> object:
    return str(source) if type(source) is int else source


def _camera_source(source: str) -> str:
    kind, colon, seed = source.partition(":")
    if not source or (kind == "simulated" and colon and not re.fullmatch("[0-9]{1,9}", seed)):
        raise ValueError(
            "should be a device number, a video file or URL, 'simulated' or 'simulated:SEED'"
        )
    return source


def _registration_number(number: str) -> str:
    if not re.fullmatch(r"(T[0-9]{13})?", number):
        raise ValueError("should be T and 13 digits, or empty for none")
    return number


def _timezone(name: str) -> str:
    try:
        if name != "local":
            ZoneInfo(name)
    except (LookupError, ValueError, OSError) as error:
        raise ValueError("should be a time zone such as 'Asia/Tokyo', or 'local'") from error
    return name


def _hour(written: str) -> str:
    if not re.fullmatch(r"(0[0-9]|1[01]):[0-5][0-9]", written):
        raise ValueError("should be an hour from '00:00' to '11:59'")
    return written


def _device(name: str) -> str:
    if not re.fullmatch(r"auto|cpu|mps|cuda(:[0-9]+)?", name):
        raise ValueError("should be 'auto', 'cpu', 'mps', 'cuda' or 'cuda:NUMBER'")
    return name


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class ShopSettings:
    """What the receipt says of the shop.

    Attributes:
        registration_number: T and 13 digits (適格請求書発行事業者); empty for none.
    """

    name: str = ""
    registration_number: Annotated[str, AfterValidator(_registration_number)] = ""
    address: str = ""
    telephone: str = ""


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class CameraSettings:
    """Where pictures come from.

    Attributes:
        source: a device number, a video file or URL, "simulated" or "simulated:SEED".
        stall_after_s: seconds without a frame before the camera counts as lost.
    """

    source: Annotated[str, BeforeValidator(_number_as_text), AfterValidator(_camera_source)] = "0"
    width: Annotated[int, Field(ge=160, le=8192)] = 1280
    height: Annotated[int, Field(ge=120, le=8192)] = 960
    stall_after_s: Annotated[float, Field(gt=0, le=60)] = 2.0

    @property
    def simulated_seed(self) -> int | None:
        """The simulated counter's seed; None when the camera is a real one."""
        kind, _, seed = self.source.partition(":")
        return int(seed or 0) if kind == "simulated" else None


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class RegisterSettings:
    """How the register counts and prints.

    Attributes:
        name: of this register, printed on receipts.
        receipt_columns: the roll's width in Latin characters.
        timezone: an IANA name, or "local" for the computer's own.
        day_ends: hour and minute after midnight until which the night belongs to the day before.
        discount_limit_percent: a discount over it needs a manager.
        train_after_closing: once the Z report is made, the recogniser is trained by itself.
        lock_after_min: minutes nobody touches the register until it asks for a PIN; 0 for never.
        practice: nothing counts, and every screen and paper says so.
        tray_pictures_days: so long the picture of a tray that was sold is kept; 0 for never.
    """

    name: Annotated[str, Field(min_length=1, max_length=20)] = "1"
    rounding: Rounding = Rounding.FLOOR
    day_ends: Annotated[str, AfterValidator(_hour)] = "00:00"
    discount_limit_percent: Annotated[int, Field(ge=0, le=100)] = 20
    lock_after_min: Annotated[int, Field(ge=0, le=1440)] = 15
    practice: bool = False
    tray_pictures_days: Annotated[int, Field(ge=0, le=3650)] = 30
    receipt_columns: Annotated[int, Field(ge=24, le=64)] = 32
    timezone: Annotated[str, AfterValidator(_timezone)] = "Asia/Tokyo"
    train_after_closing: bool = False

    def day_ends_at(self) -> time:
        """The hour the business day ends."""
        return time.fromisoformat(self.day_ends)

    def zone(self) -> tzinfo:
        """The shop's clock."""
        local = datetime.now(UTC).astimezone().tzinfo or UTC
        return local if self.timezone == "local" else ZoneInfo(self.timezone)


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class VisionSettings:
    """How recognition runs.

    Attributes:
        device: "auto" for CUDA, then MPS, then the CPU.
        threads: of the CPU; 0 for what is best here.
        view_width_mm: what the camera's picture shows across at the tray's height, measured with
            a ruler; then size tells a mini croissant from another. 0 if not measured.
    """

    device: Annotated[str, AfterValidator(_device)] = "auto"
    threads: Annotated[int, Field(ge=0, le=256)] = 0
    view_width_mm: Annotated[float, Field(ge=0, le=5_000)] = 0.0


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class ScreenSettings:
    """How the window looks.

    Attributes:
        theme: "system" follows the computer's light or dark.
        text_percent: of the usual size.
    """

    theme: Literal["light", "dark", "system"] = "light"
    text_percent: Annotated[int, Field(ge=100, le=200)] = 100
    animations: bool = True


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class SoundSettings:
    """What is to be heard at the counter."""

    on: bool = True
    volume_percent: Annotated[int, Field(ge=0, le=100)] = 60


class PrinterKind(Enum):
    """What papers come out of."""

    NONE = "none"
    NETWORK = "network"
    DEVICE = "device"
    FOLDER = "folder"

    @property
    def is_printer(self) -> bool:
        """Whether it prints on paper, rather than keeps files."""
        return self in {PrinterKind.NETWORK, PrinterKind.DEVICE}


class Receipts(Enum):
    """When a receipt is printed."""

    EVERY = "every"
    ASK = "ask"
    NEVER = "never"


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class PrinterSettings:
    """The receipt printer, and the cash drawer plugged into it.

    Attributes:
        address: a host's name or number, a device's file, or a folder, as the kind is; an empty
            folder is the shop's own.
        receipts: of each sale, on being asked, or none.
        drawer: opened on cash.
        drawer_pin: of the printer's drawer socket.
        reports: it says whether it has paper and has printed.
    """

    kind: PrinterKind = PrinterKind.NONE
    address: str = ""
    port: Annotated[int, Field(ge=1, le=65535)] = 9100
    receipts: Receipts = Receipts.EVERY
    drawer: bool = True
    drawer_pin: Literal[2, 5] = 2
    reports: bool = True

    @property
    def is_used(self) -> bool:
        """Whether there is anything papers come out of by themselves."""
        return self.kind is not PrinterKind.NONE

    @property
    def is_printer(self) -> bool:
        """Whether it prints on paper, rather than keeps files."""
        return self.kind.is_printer


@checked(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Settings:
    """Everything the owner can settle; a change is a new value by replace()."""

    format: Annotated[int, Field(ge=1, le=FORMAT)] = FORMAT
    language: Literal["ja", "en", "auto"] = "auto"
    shop: ShopSettings = field(default_factory=ShopSettings)
    camera: CameraSettings = field(default_factory=CameraSettings)
    register: RegisterSettings = field(default_factory=RegisterSettings)
    vision: VisionSettings = field(default_factory=VisionSettings)
    screen: ScreenSettings = field(default_factory=ScreenSettings)
    sound: SoundSettings = field(default_factory=SoundSettings)
    printer: PrinterSettings = field(default_factory=PrinterSettings)


def home_folder(option: Path | None, environment: Mapping[str, str] = os.environ) -> Path:
    """The shop's folder: the option, else BREADPOS_HOME, else the user's own data folder."""
    if option is None and (named := environment.get(_HOME)):
        option = Path(named)
    if option is None:
        return user_data_path("breadpos", appauthor=False)
    return option.expanduser().absolute()


def load_settings(home: Home, environment: Mapping[str, str] = os.environ) -> Settings:
    """What breadpos.toml says; BREADPOS_* outranks it, and what neither names has its default.

    BREADPOS_CAMERA__SOURCE stands for camera.source, BREADPOS_LANGUAGE for language.

    Raises:
        SettingsError: names the file or variable, the key, and what is allowed.
    """
    written = _written(home, environment)
    try:
        return TypeAdapter(Settings).validate_python(written)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        names = {keys: name for name, keys in overrides(environment).items()}
        place = names.get(tuple(str(key) for key in first["loc"]), str(home.settings))
        raise SettingsError(f"{place}: {_complaint(first)}") from error


def legible_settings(home: Home, environment: Mapping[str, str] = os.environ) -> Settings:
    """What `load_settings` says; of settings that are wrong, what can be used of them."""
    try:
        written = _written(home, environment)
    except SettingsError:
        return Settings()
    checked_by = TypeAdapter(Settings)
    legible = {}
    for key, value in written.items():
        with suppress(ValidationError):
            checked_by.validate_python({key: value})
            legible[key] = value
    return checked_by.validate_python(legible)


def _written(home: Home, environment: Mapping[str, str]) -> dict[str, Any]:
    """What the file and the variables say, unchecked."""
    written = _read(home.settings)
    for name, keys in overrides(environment).items():
        if len(keys) > 2:
            raise SettingsError(f"{name} is no setting; see {home.settings}")
        part = written
        if len(keys) == 2:
            part = written[keys[0]] = dict(_table(written.get(keys[0])))
        part[keys[-1]] = environment[name]
    return written


def overrides(environment: Mapping[str, str] = os.environ) -> dict[str, tuple[str, ...]]:
    """The variables that outrank breadpos.toml, and the keys they stand for."""
    return {
        name: tuple(name.removeprefix(_PREFIX).lower().split("__"))
        for name in sorted(environment)
        if name.startswith(_PREFIX) and name != _HOME
    }


def wrong_keys(section: object, values: Mapping[str, object]) -> set[str]:
    """Which of a section's values cannot be; none if all can.

    Args:
        section: as it is now; only its class matters.
        values: by key, as typed.
    """
    try:
        TypeAdapter(type(section)).validate_python(dict(values))
    except ValidationError as error:
        return {str(each["loc"][0]) for each in error.errors(include_url=False)}
    return set()


def save_settings(
    home: Home, settings: Settings, environment: Mapping[str, str] = os.environ
) -> None:
    """Write breadpos.toml, whole or not at all, keeping the owner's comments.

    What a variable says stays out of it: the file's own word is kept for when it is gone.

    Raises:
        SettingsError: it cannot be written, or what is there cannot be read.
    """
    import tomlkit  # here: only the settings window and set-up write

    path = home.settings
    _read(path)
    kept = set(overrides(environment).values())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        old = path.read_text("utf-8-sig") if path.exists() else ""
        document = tomlkit.parse(old)
        for key, value in asdict(settings).items():
            if isinstance(value, dict):
                part = document.setdefault(key, tomlkit.table())
                ours = {name: _plain(each) for name, each in value.items()}
                part.update({name: ours[name] for name in ours if (key, name) not in kept})
            elif (key,) not in kept:
                document[key] = value
        write_whole(path, tomlkit.dumps(document).encode())
    except OSError as error:
        raise SettingsError(f"{path} cannot be written: {error.strerror}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        # Windows' Notepad puts a mark before the first letter, which TOML does not know.
        written = tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:  # TOML that is none, or text that is not UTF-8
        raise SettingsError(f"{path}: {error}") from error
    found = written.get("format", FORMAT)
    if type(found) is int and found > FORMAT:
        raise SettingsError(
            f"{path}: format {found} is newer than this program's {FORMAT}; update breadpos"
        )
    return written


def _table(part: object) -> Mapping[str, Any]:
    return part if isinstance(part, dict) else {}


def _complaint(error: ErrorDetails) -> str:
    """One line for the owner from what pydantic found."""
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] in _UNKNOWN:
        sections: dict[object, Any] = {part.name: part.type for part in fields(Settings)}
        section = sections[error["loc"][0]] if len(error["loc"]) == 2 else Settings
        known = ", ".join(part.name for part in fields(section))
        return f"{key} is no setting; there are {known}"
    if error["type"] == "dataclass_type":
        return f"{key} should be a section, [{key}]"
    reason = error["msg"].removeprefix("Value error, ").removeprefix("Input ")
    return f"{key} {reason}, got {error['input']!r}"


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
