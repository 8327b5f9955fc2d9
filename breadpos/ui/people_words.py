"""What roles and actions are called."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from breadpos.application.ports import Action
from breadpos.domain.person import Role

_ROLES = {
    Role.CASHIER: QT_TRANSLATE_NOOP("People", "Cashier"),
    Role.MANAGER: QT_TRANSLATE_NOOP("People", "Manager"),
    Role.OWNER: QT_TRANSLATE_NOOP("People", "Owner"),
}
_RIGHTS = {
    Role.CASHIER: QT_TRANSLATE_NOOP("People", "Sells and closes the day."),
    Role.MANAGER: QT_TRANSLATE_NOOP("People", "Also voids, refunds, discounts, prices, drawer."),
    Role.OWNER: QT_TRANSLATE_NOOP("People", "Also looks after the people."),
}
_ACTIONS = {
    Action.VOID: QT_TRANSLATE_NOOP("People", "Voiding a sale"),
    Action.REFUND: QT_TRANSLATE_NOOP("People", "A refund"),
    Action.DISCOUNT: QT_TRANSLATE_NOOP("People", "So large a discount"),
    Action.PRICE_CHANGE: QT_TRANSLATE_NOOP("People", "Changing a price"),
    Action.OPEN_DRAWER: QT_TRANSLATE_NOOP("People", "Opening the drawer without a sale"),
    Action.MOVE_CASH: QT_TRANSLATE_NOOP("People", "Paying cash in or out"),
    Action.CLOSE_DAY: QT_TRANSLATE_NOOP("People", "Closing the day"),
    Action.SETTINGS: QT_TRANSLATE_NOOP("People", "Changing this setting"),
    Action.MANAGE_PEOPLE: QT_TRANSLATE_NOOP("People", "Looking after the people"),
}


def role_words(role: Role) -> str:
    return _say(_ROLES[role])


def right_words(role: Role) -> str:
    """What a role may do."""
    return _say(_RIGHTS[role])


def action_words(action: Action) -> str:
    return _say(_ACTIONS[action])


def _say(words: object) -> str:
    return QCoreApplication.translate("People", str(words))
