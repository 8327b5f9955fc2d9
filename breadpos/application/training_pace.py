"""How far a training is, and how long it still takes, from what it says while it runs."""

from dataclasses import dataclass
from enum import Enum

from breadpos.application.training_desk import Event


class Step(Enum):
    """What a training does, in this order."""

    READING = "reading"
    LOOKING = "looking"
    LEARNING = "learning"
    WEIGHING = "weighing"


_USUAL = {Step.READING: 1.0, Step.LOOKING: 0.5, Step.LEARNING: 2.5, Step.WEIGHING: 0.8}
"""How long each step takes for one that takes 1 to read the photos: measured on two cores."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Where a training is.

    Attributes:
        done, of: photos looked at in this step, or times all were gone through; zeros at first.
        share: of the whole, 0 to 1; it never falls.
        remaining_s: None until something can be told.
    """

    step: Step | None = None
    done: int = 0
    of: int = 0
    share: float = 0.0
    remaining_s: float | None = None


class PaceMaker:
    """Adds up what a training says; each event tells by `elapsed_s` how long it has run."""

    def __init__(self) -> None:
        self.pace = Pace()
        self._began_s: dict[Step, float] = {}
        self._took_s: dict[Step, float] = {}
        self._looked = 0
        self._heard_s: float | None = None

    def hear(self, event: Event) -> Pace:
        """How far it is now."""
        step = _step_of(event)
        if step is None:
            return self.pace
        now_s = float(event.get("elapsed_s") or 0.0)
        self._enter(step, now_s)
        self._heard_s = now_s
        done, of = self._counted(step, event)
        total_s = self._total_s(step, now_s, done / max(of, 1))
        share = min(max(now_s / total_s if total_s else 0.0, self.pace.share), 1.0)
        remaining_s = max(total_s - now_s, 0.0) if total_s else None
        self.pace = Pace(step, done, of, share, remaining_s)
        return self.pace

    def _enter(self, step: Step, now_s: float) -> None:
        if step in self._began_s:
            return
        began_s = now_s if self._heard_s is None else self._heard_s
        before = self.pace.step
        if before is not None:
            self._took_s[before] = began_s - self._began_s[before]
        self._began_s[step] = began_s

    def _counted(self, step: Step, event: Event) -> tuple[int, int]:
        """Photos in all, though those kept aside are looked at in a round of their own."""
        done, of = int(event.get("done", event.get("epoch", 0))), int(event.get("of", 0))
        if step is not Step.LOOKING:
            return min(done, of), of
        if self.pace.step is step and done == 0:
            self._looked = self.pace.of
        return min(self._looked + done, self._looked + of), self._looked + of

    def _total_s(self, step: Step, now_s: float, part: float) -> float:
        """The whole as it looks now: steps done as they took, those to come as they usually do."""
        own_s = (now_s - self._began_s[step]) / part if part else 0.0
        spent = {**self._took_s, step: own_s} if own_s else self._took_s
        known_s = sum(spent.values())
        unit_s = known_s / (sum(_USUAL[each] for each in spent) or 1.0)
        ahead = [each for each in _USUAL if each not in spent and not self._is_past(each, step)]
        to_come = sum(_USUAL[each] for each in ahead)
        first_s = min(self._began_s.values())
        return first_s + known_s + unit_s * to_come if known_s else 0.0

    @staticmethod
    def _is_past(step: Step, now: Step) -> bool:
        """Whether a step was left out: not every network needs each."""
        order = list(Step)
        return order.index(step) < order.index(now)


def _step_of(event: Event) -> Step | None:
    match event.get("event"):
        case "pass" if event.get("phase") == "whole":
            return Step.LEARNING
        case "reading" | "looking" | "weighing" as name:
            return Step(str(name))
        case _:
            return None
