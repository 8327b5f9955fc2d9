from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import load
from safetensors.torch import load_file, save_file

from breadpos.domain.errors import WeightsMissing
from breadpos.resources import models_dir
from breadpos.training.lite0_classifier import lite0_classifier, lite0_tensors
from breadpos.training.loop import train
from breadpos.training.networks import build_network
from breadpos.training.options import TrainingOptions
from breadpos.training.pictures import Arrays, TrainingData
from breadpos.training.quick_depthwise import quicken
from breadpos.vision.embedder import Embedder
from breadpos.vision.lite0 import fold
from breadpos.vision.torch_engine import TorchEngine

WEIGHTS = models_dir() / "efficientnet_lite0.safetensors"


def squares() -> torch.Tensor:
    """Two items, grey around them."""
    random = torch.Generator().manual_seed(3)
    values = torch.zeros(2, 3, 64, 64)
    values[:, :, 8:56, 16:48] = torch.rand(2, 3, 48, 32, generator=random) * 2 - 1
    return values


def embedder(weights: Path) -> Embedder:
    """In 32 bits; the counter's own engine may compute in 16."""
    return Embedder(TorchEngine(fold(load(weights.read_bytes())), "cpu"), side_px=64)


def test_it_gives_the_embedders_own_features() -> None:
    network = lite0_classifier(load_file(WEIGHTS), classes=4, thawed=2).eval()
    with torch.inference_mode():
        features = network.features(squares()).numpy()
    assert np.allclose(features, embedder(WEIGHTS).embed(squares().numpy()), atol=2e-4)


def test_thawed_weights_reach_the_embedder_and_the_others_stay(tmp_path: Path) -> None:
    start = load_file(WEIGHTS)
    network = lite0_classifier(start, classes=4, thawed=2)
    network.thaw()
    with torch.no_grad():
        for weight in network.tail.parameters():
            weight.add_(0.001)
    trained = lite0_tensors(network, start)
    save_file(trained, tmp_path / "backbone.safetensors")
    with torch.inference_mode():
        features = network.eval().features(squares()).numpy()
    embedded = embedder(tmp_path / "backbone.safetensors").embed(squares().numpy())
    assert np.allclose(features, embedded, atol=2e-4)
    assert torch.equal(trained["blocks.4.0.conv_pw.weight"], start["blocks.4.0.conv_pw.weight"])
    assert not torch.equal(trained["blocks.6.0.conv_pw.weight"], start["blocks.6.0.conv_pw.weight"])


def test_a_network_that_starts_blank_learns_whole_and_reaches_the_embedder_whole(
    tmp_path: Path,
) -> None:
    pictures = Arrays(squares(), torch.tensor([0, 1]))
    options = TrainingOptions(pretrained=False, epochs=1, device="cpu", batch=2)
    torch.manual_seed(options.seed)
    blank = build_network(options, (3, 64, 64), 2)
    network = train(TrainingData(pictures, pictures, ("anpan", "melonpan")), options).network
    before, after = (dict(each.front.named_parameters()) for each in (blank, network))
    assert not any(torch.equal(before[name], after[name]) for name in before)

    save_file(lite0_tensors(network, load_file(WEIGHTS)), tmp_path / "backbone.safetensors")
    with torch.inference_mode():
        features = network.features(squares()).numpy()
    embedded = embedder(tmp_path / "backbone.safetensors").embed(squares().numpy())
    assert np.allclose(features, embedded, atol=2e-3)


def test_gradients_made_quickly_are_the_usual_ones() -> None:
    gradients = []
    for quick in (False, True):
        network = lite0_classifier(load_file(WEIGHTS), classes=4, thawed=3).eval()
        network.thaw()
        if quick:
            quicken(network.tail)
        network.features(squares()).square().sum(dim=0)[::7].sum().backward()
        gradients.append({name: each.grad for name, each in network.tail.named_parameters()})

    slow, fast = gradients
    assert slow.keys() == fast.keys()
    for name, gradient in slow.items():
        quick_one = fast[name]
        assert (gradient is None) == (quick_one is None)
        if gradient is not None and quick_one is not None:
            assert torch.allclose(gradient, quick_one, rtol=1e-3, atol=1e-6), name


def test_weights_of_another_network_are_refused() -> None:
    with pytest.raises(WeightsMissing, match=r"they lack conv_stem\.weight"):
        lite0_classifier({"fc.weight": torch.zeros(2)}, classes=4, thawed=2)
