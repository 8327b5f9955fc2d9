"""Writes the network as an ONNX graph without weights; needs the development package `onnx`.

Run again with `python -m breadpos.vision.lite0_graph models/efficientnet_lite0.onnx`. The
weights stay in their one safetensors file and are handed to ONNX Runtime at start, so a
fine-tuned set of them runs on the same graph.
"""

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper

from breadpos.vision.lite0 import PEAK, POOLED, WIDTH, Convolution, convolutions

# old enough for every ONNX Runtime of the last years
_OPSET = 17
_IR_VERSION = 8
_COVERAGE_GAIN = 1e4
_TINY = 1e-6


def graph() -> onnx.ModelProto:
    """Input `squares` (N, 3, S, S), output `features` (N, WIDTH), masked average pooling.

    Every layer's `NAME.weight` and `NAME.bias` (see `lite0.fold`) is an external initialiser
    that the session must be given.
    """
    nodes = _covered()
    value, kept = "squares", ""
    for layer in convolutions():
        kept = value if layer.opens_skip else kept
        value = _convolution(nodes, layer, value)
        if layer.closes_skip:
            nodes.append(helper.make_node("Add", [value, kept], [f"{layer.name}.sum"]))
            value = f"{layer.name}.sum"
        if layer.name in POOLED:
            nodes += _masked_pooling(value, layer.name, POOLED[layer.name])
    parts = [f"{name}.part" for name in POOLED]
    nodes.append(helper.make_node("Concat", parts, ["features"], axis=1))
    weights = [_external(layer, part) for layer in convolutions() for part in ("weight", "bias")]
    model = helper.make_model(
        helper.make_graph(
            nodes,
            "efficientnet_lite0",
            [helper.make_tensor_value_info("squares", TensorProto.FLOAT, ["n", 3, "s", "s"])],
            [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", WIDTH])],
            [*weights, *_constants()],
        ),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        producer_name="breadpos",
    )
    model.ir_version = _IR_VERSION
    return model


def _convolution(nodes: list[onnx.NodeProto], layer: Convolution, value: str) -> str:
    before, after = layer.padding
    nodes.append(
        helper.make_node(
            "Conv",
            [value, f"{layer.name}.weight", f"{layer.name}.bias"],
            [layer.name],
            strides=[layer.stride] * 2,
            group=layer.groups,
            pads=[before, before, after, after],
        )
    )
    if not layer.activated:
        return layer.name
    nodes.append(helper.make_node("Clip", [layer.name, "zero", "peak"], [f"{layer.name}.act"]))
    return f"{layer.name}.act"


def _covered() -> list[onnx.NodeProto]:
    """1 where the item is; the grey fill around it is exactly zero."""
    make = helper.make_node
    return [
        make("Abs", ["squares"], ["inked"]),
        make("ReduceMax", ["inked"], ["strongest"], axes=[1]),
        make("Mul", ["strongest", "coverage_gain"], ["scaled"]),
        make("Clip", ["scaled", "zero", "one"], ["covered"]),
    ]


def _masked_pooling(value: str, name: str, stride: int) -> list[onnx.NodeProto]:
    """The mean over the item's own cells."""
    make, cell = helper.make_node, [stride, stride]
    cover, weighted, total = f"{name}.cover", f"{name}.weighted", f"{name}.total"
    area, some = f"{name}.area", f"{name}.some_area"
    return [
        make("AveragePool", ["covered"], [cover], kernel_shape=cell, strides=cell),
        make("Mul", [value, cover], [weighted]),
        make("ReduceSum", [weighted, "plane"], [total], keepdims=0),
        make("ReduceSum", [cover, "plane"], [area], keepdims=0),
        make("Max", [area, "tiny"], [some]),
        make("Div", [total, some], [f"{name}.part"]),
    ]


def _constants() -> list[TensorProto]:
    numbers = {"zero": 0.0, "one": 1.0, "peak": PEAK, "tiny": _TINY}
    scalars = [helper.make_tensor(k, TensorProto.FLOAT, [], [v]) for k, v in numbers.items()]
    gain = helper.make_tensor("coverage_gain", TensorProto.FLOAT, [], [_COVERAGE_GAIN])
    return [*scalars, gain, helper.make_tensor("plane", TensorProto.INT64, [2], [2, 3])]


def _external(layer: Convolution, part: str) -> TensorProto:
    tensor = TensorProto(name=f"{layer.name}.{part}", data_type=TensorProto.FLOAT)
    tensor.dims.extend(layer.shape if part == "weight" else layer.shape[:1])
    tensor.data_location = TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "given_at_start"
    return tensor


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, help="the .onnx file to write")
    parser.parse_args().target.write_bytes(graph().SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
