import json
import shutil
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from breadpos.application.photograph_next import Why
from breadpos.bootstrap.shop import Shop, open_shop
from breadpos.bootstrap.training_desk import ShopTrainingDesk
from breadpos.bootstrap.unfinished import UNFINISHED
from breadpos.settings import Home
from breadpos.training.options import TrainingOptions
from breadpos.vision.checkpoint import current_version
from tests.integration.conftest import SHELF


@pytest.fixture
def shop(taught_home: Path, tmp_path: Path) -> Iterator[Shop]:
    shutil.copytree(taught_home, tmp_path / "home")
    with open_shop(Home(tmp_path / "home")) as shop:
        yield shop


def test_it_counts_the_photos_and_knows_the_versions(shop: Shop) -> None:
    desk = ShopTrainingDesk(shop)
    facts = desk.facts()
    assert (facts.photos, facts.products) == (6 * len(SHELF), len(SHELF))
    (version,) = facts.versions
    assert version.name == current_version(shop.home.models)
    assert version.in_use
    assert version.accuracy is None
    assert version.made_at is not None
    assert desk.report(version.name) is None
    assert facts.estimate_s > 0


def test_as_many_breads_take_as_long_as_the_last_time_however_many_lie_in_one_photo(
    shop: Shop,
) -> None:
    shop.photos.add([replace(photo, box=(1.0, 1.0, 9.0, 9.0)) for photo in shop.photos.all()])
    photos = [{"file": photo.file.sha256} for photo in shop.photos.all()]
    report = {"new": {"accuracy": 1.0}, "photos": photos, "seconds": 90.0}
    report |= {"products": [], "confusion": []}
    version = shop.home.models / str(current_version(shop.home.models))
    (version / "report.json").write_text(json.dumps(report), "utf-8")
    assert ShopTrainingDesk(shop).facts().estimate_s == 90


def test_breads_with_six_photos_want_some_more(shop: Shop) -> None:
    wanted = ShopTrainingDesk(shop).facts().wanted
    assert {(each.product_id, each.why) for each in wanted} == {(each, Why.FEW) for each in SHELF}


def test_every_option_of_a_training_can_be_set(shop: Shop) -> None:
    knobs = {knob.name: knob for knob in ShopTrainingDesk(shop).knobs()}
    assert list(knobs) == [each.name for each in fields(TrainingOptions)]
    assert knobs["network"].choices[0] == knobs["network"].default == "efficientnet_lite0"
    assert (knobs["augment"].choices, knobs["augment"].default) == (("yes", "no"), "yes")
    assert (knobs["hidden"].default, knobs["weights"].default) == ("64 32 16", "")


def test_only_what_no_training_works_on_is_swept_away(shop: Shop) -> None:
    models = shop.home.models
    (models / f"{UNFINISHED}999999999").mkdir()
    ShopTrainingDesk(shop).sweep()
    assert [path.name for path in models.iterdir() if path.is_dir()] == [current_version(models)]
