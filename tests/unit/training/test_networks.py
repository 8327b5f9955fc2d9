from pathlib import Path

import pytest
import torch
import torchvision
from safetensors.torch import save_file

from breadpos.domain.errors import WeightsMissing
from breadpos.resources import models_dir
from breadpos.training.networks import build_network
from breadpos.training.options import NetworkName, TrainingOptions

LITE0 = models_dir() / "efficientnet_lite0.safetensors"
SHAPE = (3, 64, 64)


def saved(path: Path, network: torch.nn.Module) -> Path:
    save_file(network.state_dict(), path)
    return path


@pytest.mark.parametrize(
    "network", [NetworkName.ALEXNET, NetworkName.MOBILENET_V3_SMALL, NetworkName.RESNET18]
)
def test_weights_of_another_network_are_refused(network: NetworkName) -> None:
    with pytest.raises(WeightsMissing, match="another network's"):
        build_network(TrainingOptions(network=network, weights=LITE0), SHAPE, 2)


def test_weights_of_a_smaller_sister_are_refused(tmp_path: Path) -> None:
    smaller = saved(tmp_path / "18.safetensors", torchvision.models.resnet18(weights=None))
    with pytest.raises(WeightsMissing, match="another network's"):
        build_network(TrainingOptions(network=NetworkName.RESNET50, weights=smaller), SHAPE, 2)


def test_a_file_of_other_classes_is_a_start(tmp_path: Path) -> None:
    taught = torchvision.models.resnet18(weights=None, num_classes=7)
    path = saved(tmp_path / "breads.safetensors", taught)
    options = TrainingOptions(network=NetworkName.RESNET18, weights=path)
    network = build_network(options, SHAPE, 2).eval()
    pictures = torch.rand(2, *SHAPE)
    taught.fc = torch.nn.Identity()
    with torch.inference_mode():
        assert torch.allclose(network.features(pictures), taught.eval()(pictures), atol=1e-5)
