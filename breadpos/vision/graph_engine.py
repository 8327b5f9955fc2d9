"""Runs a network's ONNX graph on the CPU, on the quickest runtime for this processor.

Measured on two cores with AVX-512 BF16, one thread, milliseconds: the finder at 384x288 and a
batch of 8 items at 160 px.

    runtime                  finder   8 items
    torch, channels last       29       123
    ONNX Runtime, float32      20        37
    OpenVINO, float32          17        48
    OpenVINO, bfloat16         11        21

So OpenVINO runs where the processor computes in bfloat16, ONNX Runtime elsewhere. bfloat16 turns
an embedding by less than 0.05 radians, a tenth of what two photos of one bread differ by.
"""

import importlib.util
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import cast

import numpy as np
from numpy.typing import NDArray

from breadpos.vision.graph_parts import filled

DEFAULT_THREADS = 1
"""More gained nothing here, and the window wants the other core."""

Runner = Callable[[NDArray[np.float32]], list[NDArray[np.float32]]]
"""One input to the graph's outputs, in their order."""


def run_graph(graph: Path, tensors: Mapping[str, NDArray[np.float32]], *, threads: int) -> Runner:
    """The graph with its weights, ready to run.

    Args:
        graph: .onnx file whose weights are empty.
        tensors: the weights by name.
        threads: CPU threads.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is no graph, or does not fit the weights.
    """
    content = filled(graph.read_bytes(), tensors)
    if importlib.util.find_spec("openvino") and (runner := _on_openvino(content, threads)):
        return runner
    return on_onnxruntime(content, threads)


def _on_openvino(content: bytes, threads: int) -> Runner | None:
    """None where the processor has no bfloat16: there it is the slower one."""
    # importing openvino tells its makers over the network; nothing leaves a shop's computer
    sys.modules.setdefault("openvino_telemetry", cast("ModuleType", None))
    import openvino

    core = openvino.Core()  # type: ignore[attr-defined]  # its module hides what it exports
    if "BF16" not in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES"):
        return None
    options = {
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": "bf16",
        "PERFORMANCE_HINT": "LATENCY",
    }
    request = core.compile_model(core.read_model(content), "CPU", options).create_infer_request()
    count = len(request.model_outputs)

    def run(values: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        request.infer({0: values})
        # the runtime keeps its own memory, and writes the next answer over it
        return [np.array(request.get_output_tensor(n).data, np.float32) for n in range(count)]

    return run


def on_onnxruntime(content: bytes, threads: int) -> Runner:
    """The filled graph on ONNX Runtime, in float32."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    # idle workers that spin would take the cores from the camera and the window
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # warnings (3 is errors only) would land on the stderr of a command
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name

    def run(values: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        return [np.asarray(value, np.float32) for value in session.run(None, {name: values})]

    return run
