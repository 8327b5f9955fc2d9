"""What every trained network is: a part that stays, a part that is thawed, and a last layer."""

import torch
from torch import Tensor, nn


class Classifier(nn.Module):
    """Squares to scores.

    Batch normalisation keeps the statistics of the weights it started from: a shop's few photos
    would make poorer ones.

    Attributes:
        front: stays as it is.
        tail: may be thawed; gives (N, F) features.
        head: the last layers, from features to (N, classes) scores.
        mixed_front: run the part that stays as it is in 16 bits.
    """

    def __init__(
        self, front: nn.Module, tail: nn.Module, head: nn.Module, *, starts_blank: bool
    ) -> None:
        """Put together.

        Args:
            starts_blank: nothing was learnt before, so that all of it learns, statistics too.
        """
        super().__init__()
        self.front, self.tail, self.head = front, tail, head
        self.starts_blank, self.mixed_front = starts_blank, False
        self.requires_grad_(requires_grad=starts_blank)
        self.head.requires_grad_(requires_grad=True)

    def forward(self, squares: Tensor) -> Tensor:
        scores: Tensor = self.head(self.features(squares))
        return scores

    def features(self, squares: Tensor) -> Tensor:
        """(N, F) float32, before the last layers."""
        if self.starts_blank:
            stem = self.front(squares)
        else:
            mixed = torch.autocast(squares.device.type, torch.bfloat16, enabled=self.mixed_front)
            with torch.no_grad(), mixed:
                stem = self.front(squares)
        features: Tensor = self.tail(stem)
        return features.float()

    def thaw(self) -> None:
        """Let the tail learn too."""
        self.tail.requires_grad_(requires_grad=True)

    def train(self, mode: bool = True) -> "Classifier":
        super().train(mode)
        if not self.starts_blank:
            for module in self.modules():
                if isinstance(module, nn.modules.batchnorm._BatchNorm):  # noqa: SLF001  its only base
                    module.eval()
        return self
