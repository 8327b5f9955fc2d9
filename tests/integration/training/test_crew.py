import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from breadpos.training.loop import train
from tests.integration.training.crew_member import OPTIONS
from tests.unit.training.test_textbook_cases import digits

ROOT = Path(__file__).parents[3]
MEMBER = Path(__file__).with_name("crew_member.py")


@pytest.mark.slow
def test_two_processes_train_the_same_network_as_one(tmp_path: Path) -> None:
    together = tmp_path / "together.safetensors"
    torchrun = "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"
    subprocess.run(
        [sys.executable, *torchrun, str(MEMBER), str(together)],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1"},
        check=True,
        capture_output=True,
        timeout=110,
    )
    one, two = train(digits(8), OPTIONS).network.state_dict(), load_file(together)
    assert one.keys() == two.keys()
    assert all(torch.allclose(one[name], two[name], atol=1e-4) for name in one)
