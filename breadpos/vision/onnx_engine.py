"""Runs the network on ONNX Runtime: the fastest engine on a CPU, and it needs no torch."""

from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from breadpos.vision.lite0 import Tensors


class OnnxEngine:
    """Squares to features on the CPU.

    Raises:
        OSError: the graph file cannot be read.
        RuntimeError: the graph is damaged, or does not fit the weights.
    """

    def __init__(self, graph: Path, folded: Tensors, threads: int) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # idle workers that spin would take the cores from the camera and the window
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        # warnings (3 is errors only) would land on the stderr of a command
        options.log_severity_level = 3
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(tensor) for tensor in folded.values()]
        options.add_external_initializers(list(folded), values)
        content = graph.read_bytes()
        try:
            self._session = onnxruntime.InferenceSession(
                content, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtime's own classes share no other base
            raise RuntimeError(str(error)) from error

    def __call__(self, squares: NDArray[np.float32]) -> NDArray[np.float32]:
        """(N, 3, S, S) to (N, WIDTH)."""
        (features,) = self._session.run(None, {"squares": squares})
        return np.asarray(features, np.float32)
