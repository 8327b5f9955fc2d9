"""Writes the finder's network as an ONNX graph without weights.

Run again with `python -m breadpos.vision.finder_graph models/finder.onnx`. The weights stay in
`finder.safetensors`; `folded_finder` makes of them what the graph leaves empty.
"""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from breadpos.vision.finder_maps import WIDEST_LOG_SIDE
from breadpos.vision.graph_parts import CONSTANTS, convolution, model_of, scalars, weights_of
from breadpos.vision.lite0 import Convolution, convolutions

ENCODER = "encoder."

_LAST_STAGE = "blocks.4."
_TAPS = {"blocks.0": "s2", "blocks.1": "s4", "blocks.2": "s8", "blocks.4": "s16"}
_NORM_EPSILON = 1e-5  # torch's own


def graph() -> onnx.ModelProto:
    """Input `picture` (1, 3, H, W); outputs `maps` and `sides` as `Finder` decodes them.

    maps are probabilities (1, 3, H/2, W/2); sides are lengths in units of BOX_UNIT_PX,
    (1, 4, H/4, W/4).
    """
    nodes: list[onnx.NodeProto] = []
    layers: list[Convolution] = []
    taps = _encode(nodes)
    coarse = _conv(nodes, layers, "narrow16", (96, 112), taps["s16"])
    for number in range(2):
        coarse = _in_context(nodes, layers, f"context.{number}", coarse)
    middle = _joined(nodes, layers, "skip8", (96, 40), (coarse, taps["s8"]))
    middle = _mix(nodes, layers, "mix8.0", (96, 64, 5), middle)
    middle = _mix(nodes, layers, "mix8.1", (64, 64, 3), middle)
    fine = _joined(nodes, layers, "skip4", (64, 24), (middle, taps["s4"]))
    fine = _mix(nodes, layers, "mix4.0", (64, 48, 5), fine)
    fine = _mix(nodes, layers, "mix4.1", (48, 48, 3), fine)
    make = helper.make_node
    shuffled = _conv(nodes, layers, "shuffle.0", (64, 48), fine)
    nodes.append(make("DepthToSpace", [shuffled], ["shuffled"], blocksize=2, mode="CRD"))
    nodes.append(make("Concat", ["shuffled", taps["s2"]], ["finest"], axis=1))
    finest = _mix(nodes, layers, "fine", (32, 24, 3), "finest")
    nodes.append(make("Sigmoid", [_conv(nodes, layers, "maps", (3, 24), finest)], ["map_shares"]))
    side = _conv(nodes, layers, "sides", (4, 48), fine)
    nodes.append(make("Clip", [side, "least_side", "most_side"], ["log_sides"]))
    nodes.append(make("Exp", ["log_sides"], ["side_lengths"]))
    return model_of(
        helper.make_graph(
            nodes,
            "finder",
            [_value("picture", 3, "h", "w")],
            [_value("map_shares", 3, "h2", "w2"), _value("side_lengths", 4, "h4", "w4")],
            [*weights_of(_encoder_layers(), ENCODER), *weights_of(layers), *_constants()],
        )
    )


def folded_finder(
    tensors: Mapping[str, NDArray[np.float32]],
) -> dict[str, NDArray[np.float32]]:
    """What the graph leaves empty, from a finder's weights: batch norms folded in.

    Raises:
        ValueError: a tensor is missing or has another shape.
    """
    folded = {name: tensor for name, tensor in tensors.items() if "_norm." not in name}
    for name, tensor in tensors.items():
        if not name.endswith("_norm.weight"):
            continue
        norm = name.removesuffix(".weight")
        conv = norm.removesuffix("_norm")
        try:
            gain = tensor / np.sqrt(tensors[f"{norm}.running_var"] + _NORM_EPSILON)
            folded[f"{conv}.bias"] = (
                tensors[f"{norm}.bias"] - gain * tensors[f"{norm}.running_mean"]
            )
            folded[f"{conv}.weight"] = tensors[f"{conv}.weight"] * gain[:, None, None, None]
        except KeyError as error:
            raise ValueError(f"{error.args[0]} is missing") from error
    return folded


def _encoder_layers() -> list[Convolution]:
    layers = list(convolutions())
    last = max(n for n, layer in enumerate(layers) if layer.name.startswith(_LAST_STAGE))
    return layers[: last + 1]


def _encode(nodes: list[onnx.NodeProto]) -> dict[str, str]:
    """The encoder; what it gives at strides 2, 4, 8 and 16."""
    value, kept, taps = "picture", "", {}
    for layer in _encoder_layers():
        kept = value if layer.opens_skip else kept
        value = convolution(nodes, layer, value, ENCODER)
        if layer.closes_skip:
            nodes.append(helper.make_node("Add", [value, kept], [f"{value}.sum"]))
            value = f"{value}.sum"
        stage = layer.name.rsplit(".", 2)[0]
        if stage in _TAPS and not layer.activated:
            taps[_TAPS[stage]] = value
    return taps


def _conv(
    nodes: list[onnx.NodeProto],
    layers: list[Convolution],
    name: str,
    widths: tuple[int, int],
    value: str,
) -> str:
    """A pointwise convolution without activation; widths out and in."""
    layers.append(Convolution(name=name, norm="", shape=(*widths, 1, 1), activated=False))
    return convolution(nodes, layers[-1], value)


def _mix(
    nodes: list[onnx.NodeProto],
    layers: list[Convolution],
    name: str,
    widths: tuple[int, int, int],
    value: str,
) -> str:
    """Depthwise, then pointwise; width in, width out and side of the kernel."""
    width_in, width_out, side = widths
    deep = Convolution(
        name=f"{name}.deep", norm="", shape=(width_in, 1, side, side), groups=width_in
    )
    point = Convolution(name=f"{name}.point", norm="", shape=(width_out, width_in, 1, 1))
    for layer in (deep, point):
        layers.append(layer)
        value = convolution(nodes, layer, value)
    return value


def _in_context(
    nodes: list[onnx.NodeProto], layers: list[Convolution], name: str, value: str
) -> str:
    """The value, and a mix of it and of its mean over the whole picture."""
    make = helper.make_node
    nodes.append(make("ReduceMean", [value], [f"{name}.mean"], axes=[2, 3]))
    nodes.append(make("Add", [value, f"{name}.mean"], [f"{name}.aware"]))
    mixed = _mix(nodes, layers, name, (96, 96, 7), f"{name}.aware")
    nodes.append(make("Add", [value, mixed], [f"{name}.out"]))
    return f"{name}.out"


def _joined(
    nodes: list[onnx.NodeProto],
    layers: list[Convolution],
    name: str,
    widths: tuple[int, int],
    values: tuple[str, str],
) -> str:
    """The coarser value at twice its size plus the finer one, narrowed."""
    coarse, finer = values
    make = helper.make_node
    nodes.append(make("Resize", [coarse, "", "twice"], [f"{name}.up"], mode="linear"))
    narrow = _conv(nodes, layers, name, widths, finer)
    nodes.append(make("Add", [f"{name}.up", narrow], [f"{name}.joined"]))
    return f"{name}.joined"


def _constants() -> list[TensorProto]:
    sides = {"least_side": -WIDEST_LOG_SIDE, "most_side": WIDEST_LOG_SIDE}
    twice = helper.make_tensor("twice", TensorProto.FLOAT, [4], [1.0, 1.0, 2.0, 2.0])
    return [*scalars({**CONSTANTS, **sides}), twice]


def _value(name: str, channels: int, height: str, width: str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, height, width])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path, help="the .onnx file to write")
    parser.parse_args().target.write_bytes(graph().SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
