import copy
from pathlib import Path
from typing import Any

import pytest
import timm
import torch
from safetensors.torch import load_file

from breadpos.vision.finder_folding import folded
from breadpos.vision.finder_network import FinderNetwork, Lite0Encoder

WEIGHTS = Path(__file__).parents[3] / "models" / "efficientnet_lite0.safetensors"


@pytest.fixture(scope="module")
def network() -> FinderNetwork:
    torch.manual_seed(0)
    network = FinderNetwork()
    network.train()
    network(torch.randn(2, 3, 64, 96))  # batch norms away from where they start
    return network.eval()


def test_maps_lie_at_stride_two_and_sides_at_stride_four(network: FinderNetwork) -> None:
    output = network(torch.zeros(2, 3, 64, 96))

    assert output.maps.shape == (2, 3, 32, 48)
    assert output.sides.shape == (2, 4, 16, 24)


def test_folding_changes_no_answer(network: FinderNetwork) -> None:
    picture = torch.randn(1, 3, 64, 96)
    quick = folded(copy.deepcopy(network))

    for slow, fast in zip(network(picture), quick(picture), strict=True):
        assert torch.allclose(slow, fast, atol=1e-3)


def test_folding_twice_is_folding_once(network: FinderNetwork) -> None:
    quick = folded(copy.deepcopy(network))
    again = folded(copy.deepcopy(quick))

    picture = torch.randn(1, 3, 64, 96)
    assert torch.equal(quick(picture).maps, again(picture).maps)


def test_the_encoder_gives_what_timms_does_on_imagenet_weights() -> None:
    weights = load_file(WEIGHTS)
    encoder = Lite0Encoder()
    encoder.load_imagenet(weights)
    whole: Any = timm.create_model("tf_efficientnet_lite0").eval()
    whole.load_state_dict(weights)
    picture = torch.randn(1, 3, 64, 96)

    with torch.inference_mode():
        known = whole.forward_intermediates(picture, indices=(0, 1, 2, 3), intermediates_only=True)
        for ours, theirs in zip(encoder(picture), known, strict=True):
            assert torch.allclose(ours, theirs, atol=1e-2)
