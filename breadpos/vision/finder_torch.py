"""The finder on PyTorch: on a GPU, or on a CPU where the graph is missing."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray

from breadpos.vision.finder import Look
from breadpos.vision.finder_folding import folded
from breadpos.vision.finder_maps import WIDEST_LOG_SIDE
from breadpos.vision.finder_network import FinderNetwork
from breadpos.vision.preprocess import normalise


def torch_look(tensors: Mapping[str, NDArray[np.float32]], device: str, threads: int) -> Look:
    """Look on a torch device, in channels-last order; threads are those of a CPU.

    Raises:
        ValueError: the weights are another network's.
    """
    if device == "cpu":
        # with as many threads as cores torch waits for itself as soon as the window is busy
        torch.set_num_threads(threads)
    network = FinderNetwork()
    try:
        network.load_state_dict({name: torch.from_numpy(each) for name, each in tensors.items()})
    except RuntimeError as error:
        raise ValueError(str(error)) from error
    network = folded(network).to(device).to(memory_format=torch.channels_last)

    def look(small_bgr: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        batch = torch.from_numpy(normalise(small_bgr))[None]
        batch = batch.to(device, memory_format=torch.channels_last)
        with torch.inference_mode():
            output = network(batch)
            maps = torch.sigmoid(output.maps[0])
            sides = torch.exp(output.sides[0].clamp(-WIDEST_LOG_SIDE, WIDEST_LOG_SIDE))
        return maps.cpu().numpy(), sides.cpu().numpy()

    return look
