from breadpos.resources import models_dir
from breadpos.vision.lite0_graph import graph


def test_the_shipped_graph_is_the_one_this_program_writes() -> None:
    shipped = (models_dir() / "efficientnet_lite0.onnx").read_bytes()
    assert graph().SerializeToString(deterministic=True) == shipped


def test_the_graph_carries_no_weights() -> None:
    assert len(graph().SerializeToString()) < 50_000
