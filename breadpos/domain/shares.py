"""Splitting an amount so that nothing is lost."""

from collections.abc import Sequence

from breadpos.domain.money import Money


def shares(amount: Money, weights: Sequence[int]) -> tuple[Money, ...]:
    """An amount split by weight, in whole units whose sum is the amount again.

    What whole units leave over goes, one by one, to those that lost the largest fraction, and of
    equals to the first. A negative amount is split by its size.

    Args:
        weights: not negative; all zero only if the amount is.
    """
    whole = sum(weights)
    if not whole:
        if amount.minor:
            raise ValueError(f"{amount.minor} cannot be split over nothing")
        return tuple(Money(0) for _ in weights)
    size, sign = abs(amount.minor), 1 if amount.minor >= 0 else -1
    parts = [size * weight // whole for weight in weights]
    by_loss = sorted(range(len(weights)), key=lambda n: -(size * weights[n] % whole))
    for n in by_loss[: size - sum(parts)]:
        parts[n] += 1
    return tuple(Money(sign * part) for part in parts)
