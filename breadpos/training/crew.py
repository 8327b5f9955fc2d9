"""One process, or several under `torchrun` that train one network together."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar, cast

import torch
from torch import Tensor, distributed, nn
from torch.nn.parallel import DistributedDataParallel

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Crew:
    """Who trains; the same code for one and for many.

    Attributes:
        rank: this process, from 0.
        size: of how many.
    """

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process reports and writes files."""
        return self.rank == 0

    def together(self, network: nn.Module) -> nn.Module:
        """The network, its gradients averaged over the crew at each step."""
        if self.size == 1:
            return network
        return DistributedDataParallel(network, broadcast_buffers=False)

    def share(self, rows: Tensor) -> Tensor:
        """This process's part of a batch."""
        return rows[self.rank :: self.size]

    def weight(self, rows: Tensor) -> float:
        """What a mean over this process's part counts in the crew's average."""
        return len(self.share(rows)) * self.size / max(len(rows), 1)

    def shared(self, make: Callable[[], _T]) -> _T:
        """What the first process makes, for all: photos may be added while they are listed."""
        if self.size == 1:
            return make()
        told = [make() if self.leads else None]
        distributed.broadcast_object_list(told)
        return cast("_T", told[0])

    def total(self, sums: Tensor) -> Tensor:
        """Sums over the whole crew, in place."""
        if self.size > 1:
            distributed.all_reduce(sums)
        return sums


ALONE = Crew()


@contextmanager
def joined() -> Iterator[Crew]:
    """The crew that `torchrun` started; a crew of one without it."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        yield ALONE
        return
    if torch.cuda.is_available():  # each on a GPU of its own, where there are several
        torch.cuda.set_device(int(os.environ["LOCAL_RANK"]) % torch.cuda.device_count())
    distributed.init_process_group()  # NCCL between GPUs and gloo between processors
    try:
        yield Crew(distributed.get_rank(), distributed.get_world_size())
    finally:
        distributed.destroy_process_group()
