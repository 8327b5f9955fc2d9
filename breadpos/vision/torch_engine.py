"""Runs the network on PyTorch: on a GPU, or on a CPU where ONNX Runtime is missing."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from breadpos.vision.lite0 import PEAK, POOLED, Convolution, Tensors, convolutions


class TorchEngine:
    """Squares to features on a torch device, in channels-last order."""

    def __init__(self, folded: Tensors, device: str, threads: int | None = None) -> None:
        """Place the weights on the device.

        Args:
            threads: CPU threads torch uses, for the whole process; None leaves it as it is.

        Raises:
            RuntimeError: the device does not exist.
        """
        if threads is not None:
            torch.set_num_threads(threads)
        self._device = torch.device(device)
        self._tensors = {
            name: self._placed(torch.from_numpy(tensor)) for name, tensor in folded.items()
        }

    def __call__(self, squares: NDArray[np.float32]) -> NDArray[np.float32]:
        """(N, 3, S, S) to (N, WIDTH)."""
        with torch.inference_mode():
            images = self._placed(torch.from_numpy(squares))
            features: NDArray[np.float32] = self._features(images).float().cpu().numpy()
        return features

    def _features(self, images: Tensor) -> Tensor:
        # the grey fill around the item is exactly zero
        covered = (images.abs().amax(dim=1, keepdim=True) > 0).float()
        value = kept = images
        parts = []
        for layer in convolutions():
            kept = value if layer.opens_skip else kept
            value = self._convolved(layer, value)
            if layer.closes_skip:
                value = value + kept
            if layer.name in POOLED:
                cover = functional.avg_pool2d(covered, POOLED[layer.name])
                area = cover.sum(dim=(2, 3)).clamp(min=1e-6)
                parts.append((value * cover).sum(dim=(2, 3)) / area)
        return torch.cat(parts, dim=1)

    def _convolved(self, layer: Convolution, value: Tensor) -> Tensor:
        before, after = layer.padding
        if before != after:
            value = functional.pad(value, (before, after, before, after))
        value = functional.conv2d(
            value,
            self._tensors[f"{layer.name}.weight"],
            self._tensors[f"{layer.name}.bias"],
            stride=layer.stride,
            padding=before if before == after else 0,
            groups=layer.groups,
        )
        return value.clamp_(0, PEAK) if layer.activated else value

    def _placed(self, tensor: Tensor) -> Tensor:
        layout = torch.channels_last if tensor.ndim == 4 else torch.preserve_format
        return tensor.to(self._device, memory_format=layout)


def best_gpu() -> str | None:
    """The name of a GPU that torch can use: CUDA's, else Apple's."""
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else None
