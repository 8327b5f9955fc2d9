import sys

import cv2
import numpy as np
import pytest
import torch
from safetensors.numpy import load_file

from breadpos.resources import models_dir
from breadpos.simulation.wild import draw_wild_picture
from breadpos.training.quick_depthwise import quicken
from breadpos.vision.finder_graph import folded_finder, graph
from breadpos.vision.finder_network import FinderNetwork
from breadpos.vision.finder_torch import torch_look
from breadpos.vision.graph_engine import on_onnxruntime, run_graph
from breadpos.vision.graph_parts import filled
from breadpos.vision.preprocess import normalise

WEIGHTS = models_dir() / "finder.safetensors"
GRAPH = WEIGHTS.with_suffix(".onnx")


def test_the_shipped_graph_is_the_one_this_program_writes() -> None:
    assert graph().SerializeToString(deterministic=True) == GRAPH.read_bytes()


def test_torch_and_the_graph_see_the_same_maps() -> None:
    tensors = load_file(WEIGHTS)
    picture = np.asarray(cv2.resize(draw_wild_picture(5).image_bgr(), (256, 192)), np.uint8)

    by_torch = torch_look(tensors, "cpu", 1)(picture)
    content = filled(GRAPH.read_bytes(), folded_finder(tensors))
    by_graph = on_onnxruntime(content, 1)(normalise(picture)[None])

    assert by_graph[0][0] == pytest.approx(by_torch[0], abs=1e-4)
    assert by_graph[1][0] == pytest.approx(by_torch[1], rel=1e-3)


def test_the_quickest_runtime_sees_nearly_the_same() -> None:
    tensors = folded_finder(load_file(WEIGHTS))
    picture = normalise(draw_wild_picture(6, size=(256, 192)).image_bgr())[None]

    quickest = run_graph(GRAPH, tensors, threads=1)(picture)
    exact = on_onnxruntime(filled(GRAPH.read_bytes(), tensors), 1)(picture)

    assert np.abs(quickest[0] - exact[0]).mean() < 0.01


def test_nothing_is_told_to_the_makers_of_the_runtime() -> None:
    run_graph(GRAPH, folded_finder(load_file(WEIGHTS)), threads=1)

    assert not [name for name in sys.modules if name.startswith("openvino_telemetry.")]


def test_a_graph_does_not_run_with_another_networks_weights() -> None:
    tensors = folded_finder(load_file(WEIGHTS))
    del tensors["maps.weight"]

    with pytest.raises(ValueError, match=r"maps\.weight should have shape"):
        filled(GRAPH.read_bytes(), tensors)


def test_quick_gradients_are_the_slow_ones() -> None:
    torch.manual_seed(2)
    picture = torch.randn(2, 3, 64, 96)
    gradients = []
    for quick in (False, True):
        torch.manual_seed(1)
        network = FinderNetwork().train()
        if quick:
            quicken(network)
        output = network(picture)
        (output.maps.square().mean() + output.sides.square().mean()).backward()
        gradients.append({name: each.grad for name, each in network.named_parameters()})

    slow, fast = gradients
    assert slow.keys() == fast.keys()
    for name, gradient in slow.items():
        quick_one = fast[name]
        assert gradient is not None
        assert quick_one is not None
        assert torch.allclose(gradient, quick_one, rtol=1e-3, atol=1e-6), name
