from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from breadpos.domain.errors import SettingsError
from breadpos.domain.tax import Rounding
from breadpos.settings import (
    CameraSettings,
    Home,
    RegisterSettings,
    Settings,
    ShopSettings,
    home_folder,
    legible_settings,
    load_settings,
    overrides,
    save_settings,
    wrong_keys,
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def write(home: Home, text: str) -> None:
    home.settings.write_text(text, encoding="utf-8")


def test_a_home_without_a_file_has_the_defaults(home: Home) -> None:
    assert load_settings(home, {}) == Settings()


def test_a_file_needs_to_name_only_what_differs(home: Home) -> None:
    write(
        home,
        """
        language = "ja"
        [shop]
        name = "麦の家"
        registration_number = "T1234567890123"
        [camera]
        source = 2
        [register]
        rounding = "half_up"
        """,
    )
    assert load_settings(home, {}) == Settings(
        language="ja",
        shop=ShopSettings(name="麦の家", registration_number="T1234567890123"),
        camera=CameraSettings(source="2"),
        register=RegisterSettings(rounding=Rounding.HALF_UP),
    )


def test_the_mark_that_notepad_writes_is_no_mistake(home: Home) -> None:
    home.settings.write_text('language = "en"', encoding="utf-8-sig")
    assert load_settings(home, {}).language == "en"


def test_the_environment_outranks_the_file(home: Home) -> None:
    write(home, '[camera]\nsource = "0"\nwidth = 640')
    environment = {
        "BREADPOS_CAMERA__SOURCE": "http://camera/stream",
        "BREADPOS_CAMERA__HEIGHT": "480",
        "BREADPOS_LANGUAGE": "en",
        "BREADPOS_HOME": "somewhere",
        "HOME": "/",
    }
    settings = load_settings(home, environment)
    assert settings.language == "en"
    assert settings.camera == CameraSettings(source="http://camera/stream", width=640, height=480)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[camera]\nsorce = 1", "camera.sorce is no setting; there are source, width, height"),
        ("colour = 1", "colour is no setting; there are format, language, shop"),
        ("[camera]\nwidth = 3", "camera.width should be greater than or equal to 160, got 3"),
        ('[camera]\nwidth = "big"', "camera.width should be a valid integer"),
        ('[camera]\nsource = ""', "camera.source should be a device number, a video file or URL"),
        ('[camera]\nsource = "simulated:x"', "'simulated' or 'simulated:SEED'"),
        ("[camera]\nsource = true", "camera.source should be a valid string"),
        ("[camera]\nstall_after_s = 0", "camera.stall_after_s should be greater than 0"),
        ('language = "fr"', "language should be 'ja', 'en' or 'auto', got 'fr'"),
        ('[register]\nrounding = "up"', "should be 'floor', 'half_up' or 'ceiling'"),
        ('[register]\ntimezone = "Mars/Base"', "should be a time zone such as 'Asia/Tokyo'"),
        ('[shop]\nregistration_number = "123"', "should be T and 13 digits, or empty for none"),
        ('[vision]\ndevice = "gpu"', "should be 'auto', 'cpu', 'mps', 'cuda' or 'cuda:NUMBER'"),
        ("camera = 3", "camera should be a section, [camera]"),
        ("format = 2", "format 2 is newer than this program's 1; update breadpos"),
        ("format = 0", "format should be greater than or equal to 1"),
        ("language = 'ja'\n[camera\nwidth = 1", "at line 2"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_what_is_allowed(
    home: Home, text: str, complaint: str
) -> None:
    write(home, text)
    with pytest.raises(SettingsError) as caught:
        load_settings(home, {})
    assert str(caught.value).startswith(f"{home.settings}: ")
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("BREADPOS_CAMERA__WIDTH", "3", "BREADPOS_CAMERA__WIDTH: camera.width should be greater"),
        ("BREADPOS_CAMERA__SORCE", "3", "BREADPOS_CAMERA__SORCE: camera.sorce is no setting"),
        ("BREADPOS_LANGAUGE", "en", "BREADPOS_LANGAUGE: langauge is no setting"),
        ("BREADPOS_CAMERA", "0", "BREADPOS_CAMERA: camera should be a section"),
        ("BREADPOS_NO__SUCH__PLACE", "0", "BREADPOS_NO__SUCH__PLACE is no setting"),
    ],
)
def test_a_mistake_in_the_environment_names_its_variable(
    home: Home, name: str, value: str, complaint: str
) -> None:
    with pytest.raises(SettingsError, match=complaint):
        load_settings(home, {name: value})


def test_a_file_that_is_no_text_or_no_file_is_a_settings_error(home: Home) -> None:
    home.settings.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match=r"breadpos\.toml"):
        load_settings(home, {})
    home.settings.unlink()
    home.settings.mkdir()
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(home, {})


def test_settings_never_change_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        CameraSettings().width = 3  # type: ignore[misc]


def test_what_is_saved_is_what_is_loaded(home: Home) -> None:
    settings = Settings(
        language="ja",
        shop=ShopSettings(name='麦の家 "本店"', telephone="03-0000-0000"),
        register=RegisterSettings(rounding=Rounding.CEILING),
    )
    folder = Home(home.folder / "new")
    save_settings(folder, settings)
    assert load_settings(folder, {}) == settings
    assert [path.name for path in folder.folder.iterdir()] == ["breadpos.toml"]


def test_saving_keeps_the_owners_comments(home: Home) -> None:
    write(home, "# the till by the door\n[camera]\nwidth = 640  # it is an old one\n")
    save_settings(home, replace(load_settings(home, {}), language="en"))
    text = home.settings.read_text(encoding="utf-8")
    assert "# the till by the door" in text
    assert "width = 640  # it is an old one" in text
    assert load_settings(home, {}).language == "en"


def test_saving_leaves_out_what_a_variable_says(home: Home) -> None:
    write(home, 'language = "ja"\n[camera]\nsource = "2"\n')
    environment = {"BREADPOS_CAMERA__SOURCE": "simulated", "BREADPOS_LANGUAGE": "en"}
    settings = load_settings(home, environment)
    shop = replace(settings.shop, name="麦の家")
    save_settings(home, replace(settings, shop=shop), environment)
    saved = load_settings(home, {})
    assert (saved.language, saved.camera.source, saved.shop.name) == ("ja", "2", "麦の家")


def test_variables_are_told_with_the_keys_they_stand_for() -> None:
    environment = {"BREADPOS_CAMERA__WIDTH": "640", "BREADPOS_HOME": "x", "PATH": "/"}
    assert overrides(environment) == {"BREADPOS_CAMERA__WIDTH": ("camera", "width")}


def test_every_wrong_value_is_found_at_once() -> None:
    values = {"width": "12", "height": "960", "source": ""}
    assert wrong_keys(CameraSettings(), values) == {"width", "source"}
    assert wrong_keys(CameraSettings(), {"width": "640"}) == set()


def test_saving_again_changes_nothing(home: Home) -> None:
    save_settings(home, Settings())
    before = home.settings.read_bytes()
    save_settings(home, load_settings(home, {}))
    assert home.settings.read_bytes() == before


def test_a_home_that_cannot_be_written_is_a_settings_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SettingsError, match="cannot be"):
        save_settings(Home(tmp_path / "file"), Settings())


def test_the_home_is_the_option_else_the_variable_else_the_users_folder(tmp_path: Path) -> None:
    named = {"BREADPOS_HOME": str(tmp_path / "named")}
    assert home_folder(tmp_path / "given", named) == tmp_path / "given"
    assert home_folder(None, named) == tmp_path / "named"
    assert home_folder(None, {}).name == "breadpos"
    assert home_folder(Path("~/shop"), {}) == Path.home() / "shop"
    assert home_folder(Path("shop"), {}) == Path.cwd() / "shop"


def test_a_home_knows_where_its_parts_lie() -> None:
    home = Home(Path("/shop"))
    parts = (home.database, home.photos, home.models, home.backups, home.logs)
    assert [part.relative_to("/shop").as_posix() for part in parts] == [
        "breadpos.db",
        "photos",
        "models",
        "backups",
        "logs",
    ]


@pytest.mark.parametrize(
    ("source", "seed"), [("0", None), ("simulated", 0), ("simulated:7", 7), ("simulated.mp4", None)]
)
def test_the_simulated_counter_is_asked_for_by_name_and_seed(source: str, seed: int | None) -> None:
    assert CameraSettings(source=source).simulated_seed == seed


def test_the_shops_clock_is_a_named_zone_or_the_computers() -> None:
    assert RegisterSettings().zone() == ZoneInfo("Asia/Tokyo")
    assert RegisterSettings(timezone="local").zone() is not None


def test_of_wrong_settings_what_can_be_used_is_used(home: Home) -> None:
    write(home, 'language = "en"\ncamera = 3\n[screen]\ntheme = "dark"\n[register]\nname = ""\n')
    with pytest.raises(SettingsError):
        load_settings(home, {})
    legible = legible_settings(home, {})
    assert (legible.language, legible.screen.theme) == ("en", "dark")
    assert (legible.camera, legible.register) == (CameraSettings(), RegisterSettings())


@pytest.mark.parametrize("written", ["no = toml = at all", 'language = "fr"'])
def test_of_settings_that_cannot_be_read_nothing_is_used(home: Home, written: str) -> None:
    write(home, written)
    assert legible_settings(home, {}) == Settings()
    assert legible_settings(home, {"BREADPOS_A__B__C": "1"}) == Settings()


def test_right_settings_are_legible(home: Home) -> None:
    write(home, 'language = "en"\n')
    assert legible_settings(home, {"BREADPOS_LANGUAGE": "ja"}).language == "ja"
