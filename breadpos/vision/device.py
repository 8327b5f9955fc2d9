"""Where a network runs."""

import platform
import shutil


def pick_device(name: str) -> str:
    """A torch device's name: "auto" is a GPU where torch has one, else the CPU."""
    return (_gpu() or "cpu") if name == "auto" else name


def _gpu() -> str | None:
    """A GPU for torch; a machine that shows no sign of one is spared torch's slow import."""
    apple = platform.system() == "Darwin" and platform.machine() == "arm64"
    if not apple and shutil.which("nvidia-smi") is None:
        return None
    from breadpos.vision.torch_engine import best_gpu

    return best_gpu()
