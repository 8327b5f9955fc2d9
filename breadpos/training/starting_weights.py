"""Weights to start from: ours, a file's, or torchvision's own download."""

import pickle
import urllib.error
from collections.abc import Iterable, Mapping
from pathlib import Path

import torch
import torchvision
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from breadpos.domain.errors import WeightsMissing
from breadpos.resources import models_dir
from breadpos.training.options import FROM_SCRATCH, NetworkName, TrainingOptions


def load_start(options: TrainingOptions) -> Mapping[str, Tensor] | None:
    """The tensors to start from; None to start blank.

    Raises:
        WeightsMissing: they cannot be had, or the file holds none.
    """
    if options.weights is not None:
        return read_weights(options.weights)
    if not options.pretrained or options.network in FROM_SCRATCH:
        return None
    if options.network is NetworkName.EFFICIENTNET_LITE0:
        return read_weights(models_dir() / "efficientnet_lite0.safetensors")
    return _downloaded(options.network)


def read_weights(path: Path) -> Mapping[str, Tensor]:
    """Tensors of a safetensors file, or of a PyTorch state dict; nothing in it is run.

    Raises:
        WeightsMissing: the file cannot be read, or is neither.
    """
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, SafetensorError, RuntimeError, EOFError, pickle.UnpicklingError) as error:
        reason = str(error).splitlines()[0] if str(error) else "is cut short"
        raise WeightsMissing(f"{path} holds no weights: {reason}") from error
    if not isinstance(state, dict) or not all(isinstance(each, Tensor) for each in state.values()):
        raise WeightsMissing(f"{path} holds no weights: it is no state dict")
    return state


def fill(network: nn.Module, used: Iterable[nn.Module], start: Mapping[str, Tensor]) -> None:
    """Give the parts of a network that are used the tensors of their names.

    Raises:
        WeightsMissing: the tensors are another network's.
    """
    wanted = {tensor.data_ptr() for part in used for tensor in part.state_dict().values()}
    names = [name for name, each in network.state_dict().items() if each.data_ptr() in wanted]
    try:
        missing, _ = network.load_state_dict(
            {name: start[name] for name in names if name in start}, strict=False
        )
    except RuntimeError as error:
        reason = str(error).splitlines()[-1].strip()
        raise WeightsMissing(f"the weights are another network's: {reason}") from error
    counted = "num_batches_tracked"  # older files lack these, and nothing needs them
    lacking = [name for name in missing if name in names and not name.endswith(counted)]
    if lacking:
        raise WeightsMissing(f"the weights are another network's: they lack {lacking[0]}")


def _downloaded(network: NetworkName) -> Mapping[str, Tensor]:
    weights = torchvision.models.get_model_weights(network.value)["DEFAULT"]
    try:
        state: Mapping[str, Tensor] = weights.get_state_dict(progress=False, check_hash=True)
    except (urllib.error.URLError, OSError, RuntimeError) as error:
        raise WeightsMissing(
            f"no pretrained weights for {network.value}: torchvision's download failed ({error});"
            " give a file with --weights, or start blank with --no-pretrained"
        ) from error
    return state
