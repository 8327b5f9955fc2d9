import json
from pathlib import Path

from breadpos.vision.finder import Finder
from tests.integration.conftest import Run


def test_a_few_steps_write_a_finder_and_tell_each_event_on_a_line(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "finder.safetensors"
    result = run("train-finder", out, "--pictures", "4", "--steps", "2")
    assert result.exit_code == 0, result.output
    events = [json.loads(line)["event"] for line in result.stdout.splitlines()]
    assert events[0] == "step"
    assert "step" in events
    assert Finder.load(out) is not None
