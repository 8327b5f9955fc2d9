from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from breadpos.simulation.wild import WildPicture, draw_wild_picture
from breadpos.simulation.wild_arrangement import Arrangement
from breadpos.training.finder_targets import make_targets
from breadpos.training.train_finder import Event, FinderTrainingOptions, fit, train_finder
from breadpos.vision.finder import Finder
from breadpos.vision.finder_network import FinderNetwork

TINY = FinderTrainingOptions(
    pictures=4,
    picture_size=(96, 64),
    input_size=(96, 64),
    steps=8,
    batch=2,
    warm_up_steps=1,
    save_every=4,
)


@pytest.fixture(scope="module")
def pictures() -> list[WildPicture]:
    return [
        draw_wild_picture(seed, size=TINY.picture_size, arrangement=Arrangement.APART)
        for seed in range(TINY.pictures)
    ]


def network() -> FinderNetwork:
    torch.manual_seed(3)
    return FinderNetwork()


class Interrupted(Exception):
    """Somebody pressed Ctrl-C."""


def test_training_lowers_the_loss_and_writes_a_finder(
    pictures: list[WildPicture], tmp_path: Path
) -> None:
    events: list[Event] = []
    out = tmp_path / "finder.safetensors"
    options = FinderTrainingOptions(
        input_size=(96, 64), steps=21, batch=2, warm_up_steps=1, save_every=50
    )

    fit(network(), pictures, out, options=options, events=events.append)

    losses = [float(event["loss"]) for event in events if event["event"] == "step"]
    assert losses[-1] < 0.9 * losses[0]
    Finder.load(out).find(pictures[0].image_bgr())
    assert [path.name for path in tmp_path.iterdir()] == ["finder.safetensors"]


def test_an_interrupted_run_goes_on_to_the_same_weights(
    pictures: list[WildPicture], tmp_path: Path
) -> None:
    def interrupt(event: Event) -> None:
        if event["event"] == "saved":
            raise Interrupted

    straight, broken = tmp_path / "straight.safetensors", tmp_path / "broken.safetensors"
    fit(network(), pictures, straight, options=TINY, events=lambda _: None)
    with pytest.raises(Interrupted):
        fit(network(), pictures, broken, options=TINY, events=interrupt)
    fit(network(), pictures, broken, options=TINY, events=lambda _: None)

    one, other = load_file(straight), load_file(broken)
    assert all(torch.allclose(one[name].float(), other[name].float(), atol=1e-5) for name in one)


def test_the_whole_recipe_runs_from_seeds_alone(tmp_path: Path) -> None:
    weights = Path(__file__).parents[3] / "models" / "efficientnet_lite0.safetensors"
    events: list[Event] = []

    train_finder(
        tmp_path / "finder.safetensors",
        weights,
        None,
        options=FinderTrainingOptions(
            pictures=3, picture_size=(96, 64), input_size=(96, 64), steps=2, batch=2
        ),
        events=events.append,
    )

    assert events[0]["event"] == "step"
    assert events[-1]["event"] == "done"
    Finder.load(tmp_path / "finder.safetensors")


def test_frozen_stages_keep_their_weights(pictures: list[WildPicture], tmp_path: Path) -> None:
    start, stem = network(), "encoder.conv_stem.weight"
    before = {name: value.clone() for name, value in start.state_dict().items()}

    fit(start, pictures, tmp_path / "f.safetensors", options=TINY, events=lambda _: None)

    after = load_file(tmp_path / "f.safetensors")
    assert torch.allclose(before[stem], after[stem], atol=1e-6)
    assert not torch.allclose(before["maps.weight"], after["maps.weight"], atol=1e-6)


def test_targets_mark_the_line_where_two_items_meet() -> None:
    labels = np.zeros((64, 96), np.uint8)
    labels[16:48, 16:48], labels[16:48, 48:80] = 1, 2

    targets = make_targets(labels)

    assert targets.maps[1, 16, 23:25].all()
    assert targets.weight[16, 23] > targets.weight[16, 10]
    assert not targets.maps[1, 16, 12]


def test_targets_measure_each_item_by_its_own_size() -> None:
    labels = np.zeros((64, 96), np.uint8)
    labels[4:12, 4:12], labels[20:60, 40:80] = 1, 2

    inner = make_targets(labels).maps[2]

    assert inner[:8, :8].max() == pytest.approx(1.0, abs=0.06)
    assert inner[8:, 16:].max() == pytest.approx(1.0, abs=0.06)


def test_targets_give_each_pixel_its_items_box() -> None:
    labels = np.zeros((64, 96), np.uint8)
    labels[8:40, 16:80] = 1

    targets = make_targets(labels)

    assert targets.sides[:, 5, 10].tolist() == [42 - 16, 22 - 8, 80 - 42, 40 - 22]
    assert targets.near[0, 0] == 0
    assert targets.near[5, 10] > 0


def test_targets_of_an_empty_table_are_empty() -> None:
    targets = make_targets(np.zeros((64, 96), np.uint8))

    assert targets.maps.max() == 0
    assert targets.near.max() == 0
