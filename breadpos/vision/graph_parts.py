"""ONNX nodes that the network graphs are made of; needs the package `onnx`."""

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from breadpos.vision.lite0 import PEAK, Convolution

# old enough for every ONNX Runtime of the last years
_OPSET = 17
_IR_VERSION = 8

CONSTANTS: Mapping[str, float] = {"zero": 0.0, "peak": PEAK}
"""Scalars that activations need."""


def convolution(
    nodes: list[onnx.NodeProto], layer: Convolution, value: str, prefix: str = ""
) -> str:
    """Append a convolution of `value`, and ReLU6 if it has one; returns what it gives."""
    name = prefix + layer.name
    before, after = layer.padding
    nodes.append(
        helper.make_node(
            "Conv",
            [value, f"{name}.weight", f"{name}.bias"],
            [name],
            strides=[layer.stride] * 2,
            group=layer.groups,
            pads=[before, before, after, after],
        )
    )
    if not layer.activated:
        return name
    nodes.append(helper.make_node("Clip", [name, "zero", "peak"], [f"{name}.act"]))
    return f"{name}.act"


def weights_of(layers: Sequence[Convolution], prefix: str = "") -> list[TensorProto]:
    """Each layer's weight and bias, empty: whoever runs the graph fills them in."""
    return [
        _external(f"{prefix}{layer.name}.{part}", layer.shape if part == "weight" else shape)
        for layer in layers
        for part, shape in (("weight", layer.shape), ("bias", layer.shape[:1]))
    ]


def scalars(numbers: Mapping[str, float]) -> list[TensorProto]:
    return [helper.make_tensor(k, TensorProto.FLOAT, [], [v]) for k, v in numbers.items()]


def model_of(graph: onnx.GraphProto) -> onnx.ModelProto:
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", _OPSET)], producer_name="breadpos"
    )
    model.ir_version = _IR_VERSION
    return model


def filled(content: bytes, tensors: Mapping[str, NDArray[np.float32]]) -> bytes:
    """A graph with its weights in it.

    Args:
        content: of the .onnx file.
        tensors: weights by name; all that the graph leaves empty must be there.

    Raises:
        ValueError: it is no graph, or a weight is missing or of another shape.
    """
    try:
        model = onnx.load_model_from_string(content)
    except Exception as error:  # protobuf's own class moves between its versions
        raise ValueError(f"no network graph: {error}") from error
    for blank in model.graph.initializer:
        if blank.data_location != TensorProto.EXTERNAL:
            continue
        tensor = tensors.get(blank.name)
        if tensor is None or list(tensor.shape) != list(blank.dims):
            found = "nothing" if tensor is None else f"shape {tensor.shape}"
            raise ValueError(f"{blank.name} should have shape {tuple(blank.dims)}, found {found}")
        full = onnx.numpy_helper.from_array(np.ascontiguousarray(tensor), blank.name)
        blank.CopyFrom(full)
    return bytes(model.SerializeToString())


def _external(name: str, shape: Sequence[int]) -> TensorProto:
    tensor = TensorProto(name=name, data_type=TensorProto.FLOAT)
    tensor.dims.extend(shape)
    tensor.data_location = TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "given_at_start"
    return tensor
