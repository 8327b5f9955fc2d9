import json
from pathlib import Path

from tests.integration.conftest import Run


def test_each_step_is_timed_for_every_number_of_items_and_the_shop_is_left_alone(
    run: Run, tmp_path: Path
) -> None:
    result = run("bench", "--json", "--rounds", "1")
    assert result.exit_code == 0, result.output
    report = json.loads(result.stdout)
    assert set(report) == {"device", "threads", "trays", "idle_frame_ms"}
    assert [row["items"] for row in report["trays"]] == [1, 4, 8, 16]
    for row in report["trays"]:
        stages = row["stages_ms"]
        assert list(stages) == ["find", "decode", "cut", "embed", "name", "track"]
        assert all(taken > 0 for taken in stages.values())
        assert sum(stages.values()) <= row["median_ms"] + 0.1  # they are rounded
    assert report["idle_frame_ms"] > 0
    assert not (tmp_path / "home").exists()
