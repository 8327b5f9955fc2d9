import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from breadpos.training.loop import train
from tests.integration.training.crew_member import OPTIONS
from tests.unit.training.test_textbook_cases import digits

ROOT = Path(__file__).parents[3]
MEMBER = Path(__file__).with_name("crew_member.py")


def trained_by_two(folder: Path, kind: str) -> Sequence[dict[str, Any]]:
    """What each of two processes noted."""
    torchrun = "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"
    subprocess.run(
        [sys.executable, *torchrun, str(MEMBER), str(folder), kind],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1"},
        check=True,
        capture_output=True,
        timeout=110,
    )
    return [json.loads((folder / f"{rank}.json").read_text()) for rank in range(2)]


@pytest.mark.slow
def test_two_processes_train_the_same_network_as_one(tmp_path: Path) -> None:
    noted = trained_by_two(tmp_path, "mlp")
    one, two = train(digits(8), OPTIONS), load_file(tmp_path / "network.safetensors")
    weights = one.network.state_dict()
    assert weights.keys() == two.keys()
    assert all(torch.allclose(weights[name], two[name], atol=1e-4) for name in weights)
    assert noted[0]["loss"] == pytest.approx(one.tracks.held_out_loss, abs=1e-4)
    assert [each["shared"] for each in noted] == [0, 0]


@pytest.mark.slow
def test_both_processes_measure_the_same_and_so_end_at_the_same_pass(tmp_path: Path) -> None:
    first, second = trained_by_two(tmp_path, "normalised")  # each with statistics of its own
    assert first["loss"] == second["loss"]
