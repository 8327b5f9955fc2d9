"""Each step from picture to total with pytest-benchmark; plain `pytest` does not collect it.

    uv run pytest tests/benchmarks/bench_stages.py --benchmark-columns=min,median,max

`--benchmark-save=NAME` and `--benchmark-compare` tell whether a change made a step slower.
"""

from itertools import cycle

import numpy as np
import pytest
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture

from breadpos.bootstrap.bench import ITEM_COUNTS, lying_frames, render_bench_tray
from breadpos.bootstrap.demo_shop import open_demo_shop
from breadpos.bootstrap.recognition import load_reader
from breadpos.domain.recognition import Recognition
from breadpos.domain.tray import Tray
from breadpos.settings import Home, load_settings
from breadpos.vision.recogniser import CounterRecogniser, TrayReader

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TrayReader:
    home = Home(tmp_path_factory.mktemp("bench") / "shop")
    open_demo_shop(home)
    return load_reader(home, load_settings(home))


@pytest.fixture(scope="module", params=ITEM_COUNTS, ids=lambda count: f"{count} items")
def picture(request: pytest.FixtureRequest) -> NDArray[np.uint8]:
    return render_bench_tray(request.param, 0)


def test_find(benchmark: BenchmarkFixture, reader: TrayReader, picture: NDArray[np.uint8]) -> None:
    assert benchmark(reader.find, picture)


def test_cut_and_embed(
    benchmark: BenchmarkFixture, reader: TrayReader, picture: NDArray[np.uint8]
) -> None:
    found = reader.find(picture)
    assert len(benchmark(reader.embed, picture, found)) == len(found)


def test_name(benchmark: BenchmarkFixture, reader: TrayReader, picture: NDArray[np.uint8]) -> None:
    embeddings = reader.embed(picture, reader.find(picture))
    assert benchmark(reader.naming.name, embeddings)


def test_track(benchmark: BenchmarkFixture, reader: TrayReader, picture: NDArray[np.uint8]) -> None:
    seen = Recognition(0, 0.0, (1280, 960), reader.read(picture))
    tray = Tray().seeing(seen)
    assert benchmark(tray.seeing, seen).number == 1


@pytest.mark.parametrize("size", [(1280, 960), (3840, 2160)], ids=["1280x960", "4K"])
def test_idle_frame(benchmark: BenchmarkFixture, reader: TrayReader, size: tuple[int, int]) -> None:
    recogniser = CounterRecogniser(reader)
    frames = lying_frames(size, 4, 20)
    for frame in frames:
        recogniser.recognise(frame)
    later = cycle(frames[-4:])
    assert benchmark(lambda: recogniser.recognise(next(later)))
