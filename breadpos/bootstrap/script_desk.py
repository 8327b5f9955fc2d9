"""The desk a command works at: no window, and nobody to ask in place."""

from collections.abc import Callable

from breadpos.application.approvals import OpenApprovals, StaffApprovals
from breadpos.application.desk import Desk
from breadpos.application.ports import Action, Approvals
from breadpos.bootstrap.clock import SystemClock
from breadpos.bootstrap.shop import Shop
from breadpos.domain.errors import ApprovalNeeded, PersonNotFound

_COMMAND = "(command)"
"""Who did it, in the journal."""


def script_desk(shop: Shop, approvals: Approvals | None = None) -> Desk:
    """A desk of the shop's register; without approvals, whoever has the files may do all."""
    register = shop.settings.register
    return Desk(
        SystemClock(register.zone()),
        shop.days,
        shop.journal,
        approvals or OpenApprovals(_COMMAND),
        register=register.name,
        day_ends=register.day_ends_at(),
    )


def price_desk(shop: Shop, name: str, pin: Callable[[], str]) -> Desk:
    """A desk for changing what things cost; a shop that has people wants a manager's PIN.

    Args:
        name: of a manager; may be empty where the shop has no people.
        pin: asked for only if there are people.

    Raises:
        ApprovalNeeded: nobody is named, or nobody who may allow it.
        PersonNotFound, PinWrong, PinThrottled: nobody allows it.
    """
    approvals = StaffApprovals(shop.staff)
    people = approvals.people()
    if not people:
        return script_desk(shop)
    if not name:
        how = "add --as NAME; the PIN is asked for, or read from a line of stdin"
        raise ApprovalNeeded(Action.PRICE_CHANGE.value, how)
    found = next((each.person_id for each in people if each.name == name), None)
    if found is None:
        raise PersonNotFound(name)
    approvals.sign_in(found, pin())
    approvals.approve(Action.PRICE_CHANGE)
    return script_desk(shop, approvals)
