"""One process of a crew: trains a network on digits and notes what came of it. For torchrun."""

import json
import sys
from pathlib import Path

from safetensors.torch import save_file

from breadpos.training.crew import joined
from breadpos.training.loop import train
from breadpos.training.options import NetworkName, OptimiserName, Precision, TrainingOptions
from breadpos.training.pictures import Arrays, TrainingData
from tests.unit.training.test_textbook_cases import digits

OPTIONS = TrainingOptions(
    network=NetworkName.MLP,
    optimiser=OptimiserName.SGD,
    batch=50,
    epochs=3,
    device="cpu",
    precision=Precision.FLOAT32,  # in 16 bits, sums in another order differ in the third digit
    mixing=0.0,  # photos are laid over others of the same process, so then it matters who has which
)
NORMALISED = TrainingOptions(
    network=NetworkName.RESNET18, pretrained=False, epochs=2, batch=8, device="cpu"
)


def few_digits() -> TrainingData:
    """In three colours, and an odd number of them to measure with."""
    every = digits(32)

    def part(pictures: Arrays, count: int) -> Arrays:
        return Arrays(pictures.values[:count].expand(-1, 3, -1, -1), pictures.labels[:count])

    assert isinstance(every.training, Arrays)
    assert isinstance(every.held_out, Arrays)
    return TrainingData(part(every.training, 24), part(every.held_out, 9), every.classes)


def main(folder: Path, kind: str) -> None:
    with joined() as crew:
        data, options = (digits(8), OPTIONS) if kind == "mlp" else (few_digits(), NORMALISED)
        trained = train(data, options, crew)
        noted = {"shared": crew.shared(lambda: crew.rank), "loss": trained.tracks.held_out_loss}
        (folder / f"{crew.rank}.json").write_text(json.dumps(noted))
        if crew.leads:
            weights = trained.network.state_dict().items()
            flat = {name: weight.contiguous() for name, weight in weights}
            save_file(flat, folder / "network.safetensors")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
