"""Writes the network as an ONNX graph without weights; needs the development package `onnx`.

Run again with `python -m breadpos.vision.lite0_graph models/efficientnet_lite0.onnx`. The
weights stay in their one safetensors file and are handed to ONNX Runtime at start, so a
fine-tuned set of them runs on the same graph.
"""

import argparse
from pathlib import Path

import onnx
from onnx import TensorProto, helper

from breadpos.vision.graph_parts import CONSTANTS, convolution, model_of, scalars, weights_of
from breadpos.vision.lite0 import POOLED, WIDTH, convolutions

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
        value = convolution(nodes, layer, value)
        if layer.closes_skip:
            nodes.append(helper.make_node("Add", [value, kept], [f"{layer.name}.sum"]))
            value = f"{layer.name}.sum"
        if layer.name in POOLED:
            nodes += _masked_pooling(value, layer.name, POOLED[layer.name])
    parts = [f"{name}.part" for name in POOLED]
    nodes.append(helper.make_node("Concat", parts, ["features"], axis=1))
    made = helper.make_graph(
        nodes,
        "efficientnet_lite0",
        [helper.make_tensor_value_info("squares", TensorProto.FLOAT, ["n", 3, "s", "s"])],
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, ["n", WIDTH])],
        [*weights_of(list(convolutions())), *_constants()],
    )
    return model_of(made)


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
    numbers = {**CONSTANTS, "one": 1.0, "tiny": _TINY}
    gain = helper.make_tensor("coverage_gain", TensorProto.FLOAT, [], [_COVERAGE_GAIN])
    return [*scalars(numbers), gain, helper.make_tensor("plane", TensorProto.INT64, [2], [2, 3])]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, help="the .onnx file to write")
    parser.parse_args().target.write_bytes(graph().SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
