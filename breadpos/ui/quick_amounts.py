"""The notes a customer is likely to hand over."""

from breadpos.domain.money import Money

_STEPS = (1_000, 5_000, 10_000)


def quick_amounts(due: Money) -> tuple[Money, ...]:
    """What is due exactly, then the next 1,000, 5,000 and 10,000 above it, each once."""
    rounded = {Money(-(-due.minor // step) * step) for step in _STEPS}
    return (due, *sorted(rounded - {due}))
