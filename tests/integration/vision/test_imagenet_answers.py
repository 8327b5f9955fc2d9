"""The shipped weights, held against photographs whose ImageNet class anyone can see.

The pictures come inside scikit-image and scikit-learn, under free licences.
"""

from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
import pytest
import timm
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from timm.data import ImageNetInfo
from timm.models.efficientnet import EfficientNet

from breadpos.resources import models_dir
from breadpos.vision.convert_lite0 import timm_name
from breadpos.vision.embedder import Embedder
from breadpos.vision.preprocess import normalise

WEIGHTS = models_dir() / "efficientnet_lite0.safetensors"
SIDE_PX = 224


@pytest.fixture(scope="module")
def network() -> EfficientNet:
    model = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    assert isinstance(model, EfficientNet)
    counters = {k: v for k, v in model.state_dict().items() if k.endswith("num_batches_tracked")}
    model.load_state_dict({**counters, **load_file(WEIGHTS)}, strict=True)
    return model.eval()


def photograph(package: str, name: str) -> NDArray[np.float32]:
    """The middle square of a picture that came with a package, ready for the network."""
    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations is not None
    path = Path(spec.submodule_search_locations[0]) / name
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    assert image is not None
    side = min(image.shape[:2])
    top, left = (image.shape[0] - side) // 2, (image.shape[1] - side) // 2
    square = image[top : top + side, left : left + side]
    small = cv2.resize(square, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_AREA)
    return normalise(small.astype(np.uint8))


def names(network: EfficientNet, square: NDArray[np.float32], count: int) -> list[str]:
    with torch.inference_mode():
        logits = network(torch.from_numpy(square)[None])[0]
    info = ImageNetInfo()
    best = logits.topk(count).indices.tolist()
    return [info.index_to_description(i).split(",")[0] for i in best]


@pytest.mark.parametrize(
    ("package", "name", "known"),
    [
        ("skimage", "data/coffee.png", "espresso"),
        ("skimage", "data/camera.png", "tripod"),
        ("skimage", "data/motorcycle_left.png", "moped"),
        ("skimage", "data/rocket.jpg", "missile"),
        ("skimage", "data/chelsea.png", "Egyptian cat"),
        ("sklearn", "datasets/images/china.jpg", "palace"),
        ("sklearn", "datasets/images/flower.jpg", "daisy"),
    ],
)
def test_a_photograph_gets_its_imagenet_name(
    network: EfficientNet, package: str, name: str, known: str
) -> None:
    assert names(network, photograph(package, name), 1) == [known]


def test_all_three_kinds_of_cat_in_imagenet_come_first_for_a_cat(network: EfficientNet) -> None:
    found = names(network, photograph("skimage", "data/chelsea.png"), 3)
    assert set(found) == {"Egyptian cat", "tiger cat", "tabby"}


def test_the_embedding_is_what_the_networks_last_four_stages_say(network: EfficientNet) -> None:
    square = photograph("skimage", "data/coffee.png")
    square[square == 0] = 1e-3  # no pixel is the grey of the surroundings: all cells count in full
    embedding = Embedder.load(WEIGHTS, device="cpu", side_px=SIDE_PX).embed(square[None])[0]
    with torch.inference_mode():
        value = network.bn1(network.conv_stem(torch.from_numpy(square)[None]))
        stages = []
        for stage in network.blocks:
            value = stage(value)
            stages.append(value.mean(dim=(2, 3))[0].numpy())
    parts = [part / np.linalg.norm(part) for part in stages[3:]]
    # within what bfloat16 rounds away
    assert embedding @ np.concatenate(parts) / 4**0.5 > 0.997


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("_conv_stem.weight", "conv_stem.weight"),
        ("_bn1.running_var", "bn2.running_var"),
        ("_fc.bias", "classifier.bias"),
        ("_blocks.0._depthwise_conv.weight", "blocks.0.0.conv_dw.weight"),
        ("_blocks.0._project_conv.weight", "blocks.0.0.conv_pw.weight"),
        ("_blocks.1._expand_conv.weight", "blocks.1.0.conv_pw.weight"),
        ("_blocks.4._bn2.bias", "blocks.2.1.bn3.bias"),
        ("_blocks.15._project_conv.weight", "blocks.6.0.conv_pwl.weight"),
    ],
)
def test_the_sources_names_are_mapped_to_timms(source: str, target: str) -> None:
    assert timm_name(source) == target


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(KeyError):
        timm_name("_blocks.3._se_reduce.weight")
