"""What a change of labels means for the recogniser, which learns and forgets at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from breadpos.application.photo_album import PhotoCard
from breadpos.application.ports import Recogniser
from breadpos.domain.product import ProductId


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One photo whose label was changed.

    Attributes:
        forget_as: the product it was learnt under; None if it was not.
        learn_as: the product it is to be learnt under now; None if it is not.
    """

    photo: PhotoCard
    forget_as: ProductId | None
    learn_as: ProductId | None


def lessons_between(before: Iterable[PhotoCard], after: Iterable[PhotoCard]) -> list[Lesson]:
    """What is to be learnt and forgotten where labels became others; most mean nothing."""
    lessons = []
    for was, now in zip(before, after, strict=True):
        known, wanted = _taught_as(was), _taught_as(now)
        if known != wanted:
            lessons.append(Lesson(photo=now, forget_as=known, learn_as=wanted))
    return lessons


def lessons_missed(cards: Iterable[PhotoCard], report: Mapping[str, Any]) -> list[Lesson]:
    """What was labelled anew after a training had listed its photos, which its report tells."""
    listed = set(report.get("listed", ()))
    learnt = {each.get("photo"): ProductId(each["product"]) for each in report.get("photos", ())}
    lessons = []
    for card in cards if listed else ():
        known, wanted = learnt.get(card.photo_id), _taught_as(card)
        left_out = known is None and card.photo_id in listed
        if known != wanted and not left_out:
            lessons.append(Lesson(photo=card, forget_as=known, learn_as=wanted))
    return lessons


class Pupil(Protocol):
    """Learns from changed labels; slow, so it works on the recogniser's thread."""

    def missed(self) -> Sequence[Lesson]:
        """What the version in use does not know for it was trained before."""
        ...

    def take(self, lesson: Lesson) -> None:
        """Look at one photo; what cannot be read any more is passed over.

        Raises:
            BreadposError: the recogniser cannot be used.
        """
        ...

    def finish(self) -> Recogniser:
        """Put what was taken in use; returns it for the counter.

        Raises:
            StorageError: the disk refused; the recogniser before stays; the next try has it all.
        """
        ...


def _taught_as(card: PhotoCard) -> ProductId | None:
    return None if card.waiting or card.deleted_at is not None else card.product_id
