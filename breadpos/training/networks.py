"""The nine networks, each as a Classifier."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import torch
import torchvision
from torch import Tensor, nn

from breadpos.training.classifier import Classifier
from breadpos.training.lite0_classifier import lite0_classifier
from breadpos.training.options import NetworkName, TrainingOptions
from breadpos.training.starting_weights import fill, load_start

Shape = tuple[int, ...]
"""Of one input: channels, rows, columns; or numbers in a row."""


def build_network(options: TrainingOptions, shape: Shape, classes: int) -> Classifier:
    """The network the options name, with its starting weights.

    Args:
        shape: of one input.

    Raises:
        WeightsMissing: the weights to start from cannot be had, or are another network's.
    """
    if options.network is NetworkName.MLP:
        return mlp(shape, options.hidden, classes)
    if options.network is NetworkName.SIMPLE_CNN:
        return simple_cnn(shape, classes)
    start = load_start(options)
    if options.network is NetworkName.EFFICIENTNET_LITE0:
        network = lite0_classifier(start or _blank_lite0(), classes, options.thawed_stages)
        return network if start else _blank(network)
    return _from_torchvision(options.network, start, classes, options.thawed_stages)


def mlp(shape: Shape, hidden: tuple[int, ...], classes: int) -> Classifier:
    """Dense layers with ReLU between them."""
    inputs = int(torch.Size(shape).numel())
    layers: list[nn.Module] = [nn.Flatten()]
    for into, out in pairwise((inputs, *hidden)):
        layers += [nn.Linear(into, out), nn.ReLU()]
    head = nn.Linear((inputs, *hidden)[-1], classes)
    return Classifier(nn.Identity(), nn.Sequential(*layers), head, starts_blank=True)


def simple_cnn(shape: Shape, classes: int) -> Classifier:
    """Two blocks of convolution, ReLU and max-pooling, then two dense layers.

    On 28 x 28 pixels what is flattened is 72 channels of 4 x 4, 1,152 numbers.
    """
    tail = nn.Sequential(
        nn.Conv2d(shape[0], 36, kernel_size=5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(36, 72, kernel_size=5),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
    )
    with torch.no_grad():
        flat = tail(torch.zeros(1, *shape)).shape[1]
    tail.extend([nn.Linear(flat, 128), nn.ReLU()])
    return Classifier(nn.Identity(), tail, nn.Linear(128, classes), starts_blank=True)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A torchvision network as the stages it runs through, and the width of its features."""

    stages: list[nn.Module]
    width: int


def _from_torchvision(
    name: NetworkName, start: Mapping[str, Tensor] | None, classes: int, thawed: int
) -> Classifier:
    network = _plain(name)
    parts = _taken_apart(name, network)
    if start:
        fill(network, parts.stages, start)
    cut = max(len(parts.stages) - thawed, 0)
    classifier = Classifier(
        nn.Sequential(*parts.stages[:cut]),
        nn.Sequential(*parts.stages[cut:]),
        nn.Sequential(nn.Dropout(0.2), nn.Linear(parts.width, classes)),
        starts_blank=False,
    )
    return classifier if start else _blank(classifier)


def _plain(name: NetworkName) -> nn.Module:
    """Torchvision's network, with no weights to speak of."""
    further = {
        NetworkName.VGG11_BN: {"init_weights": True},
        NetworkName.GOOGLENET: {"aux_logits": False, "init_weights": False},
    }
    network: nn.Module = torchvision.models.get_model(
        name.value, weights=None, **further.get(name, {})
    )
    return network


def _taken_apart(name: NetworkName, network: nn.Module) -> _Parts:
    children = dict(network.named_children())
    match name:
        case NetworkName.ALEXNET | NetworkName.VGG11_BN:
            dense = nn.Sequential(nn.Flatten(), *list(children["classifier"].children())[:-1])
            pooled = nn.Sequential(children["avgpool"], dense)
            return _Parts([*children["features"].children(), pooled], 4096)
        case NetworkName.MOBILENET_V3_SMALL:
            pooled = nn.Sequential(children["avgpool"], nn.Flatten())
            return _Parts([*children["features"].children(), pooled], 576)
        case _:
            kept = [child for key, child in children.items() if key not in {"fc", "dropout"}]
            width = {NetworkName.RESNET18: 512, NetworkName.RESNET50: 2048}.get(name, 1024)
            return _Parts([*kept[:-1], nn.Sequential(kept[-1], nn.Flatten())], width)


def _blank_lite0() -> Mapping[str, Tensor]:
    import timm

    state: Mapping[str, Tensor] = timm.create_model("tf_efficientnet_lite0").state_dict()
    return state


def _blank(classifier: Classifier) -> Classifier:
    return Classifier(classifier.front, classifier.tail, classifier.head, starts_blank=True)
