"""One process of a crew: trains the MLP on digits and writes its weights. For torchrun."""

import sys
from pathlib import Path

from safetensors.torch import save_file

from breadpos.training.crew import joined
from breadpos.training.loop import train
from breadpos.training.options import NetworkName, OptimiserName, Precision, TrainingOptions
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


def main(out: Path) -> None:
    with joined() as crew:
        trained = train(digits(8), OPTIONS, crew)
        if crew.leads:
            save_file(trained.network.state_dict(), out)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
