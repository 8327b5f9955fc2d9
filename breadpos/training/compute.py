"""Where a training computes, and with which numbers."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

import torch
from torch import Tensor

from breadpos.domain.errors import DeviceMissing
from breadpos.training.classifier import Classifier
from breadpos.training.options import Precision, TrainingOptions
from breadpos.training.quick_depthwise import quicken
from breadpos.vision.device import pick_device


@dataclass(frozen=True, slots=True)
class Compute:
    """A device, and whether it computes in 16 bits where that is safe."""

    device: torch.device
    mixed: bool

    @classmethod
    def of(cls, options: TrainingOptions) -> "Compute":
        """What the options ask for; sets the process's torch threads.

        Raises:
            DeviceMissing: the device that was asked for is not there.
        """
        torch.set_num_threads(options.threads)
        device = torch.device(pick_device(options.device))
        if not _is_there(device):
            raise DeviceMissing(options.device)
        wanted = options.precision
        return cls(
            device, wanted is Precision.MIXED or (wanted is Precision.AUTO and _gains(device))
        )

    def autocast(self) -> AbstractContextManager[object]:
        """bfloat16 inside, which needs no scaling of the gradients."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.mixed)

    def place(self, tensor: Tensor) -> Tensor:
        """On the device; pictures in channels-last order."""
        layout = torch.channels_last if tensor.ndim == 4 else torch.preserve_format
        return tensor.to(self.device, memory_format=layout)

    def place_network(self, network: Classifier) -> None:
        """The network's weights on the device, in place."""
        network.to(self.device).to(memory_format=torch.channels_last)
        network.mixed_front = self.mixed
        if self.mixed and self.device.type == "cpu":
            quicken(network.tail)


def _is_there(device: torch.device) -> bool:
    if device.type == "cuda":
        return torch.cuda.is_available() and (device.index or 0) < torch.cuda.device_count()
    return device.type != "mps" or torch.backends.mps.is_available()


def _gains(device: torch.device) -> bool:
    """Whether 16 bits are faster: on GPUs, and on processors that multiply them directly."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported())
    # elsewhere torch emulates them, at a third of the speed
    supported = getattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)
    return device.type == "cpu" and bool(supported())
