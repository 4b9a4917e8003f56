"""What an act costs, in words: a badge for its button, and a sentence before the act. Free is said."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QLocale

from hhdesk.domain.costs import Cost, CostKind, FreeReason


class Spends(Enum):
    """The acts that have a price."""

    OPEN = auto()
    """Reading a full resume."""
    CONTACTS = auto()
    INVITE = auto()
    FILE = auto()
    """Downloading a PDF or RTF."""


def badge(cost: Cost) -> str:
    """The price on a button: `1 contact`, `1 contact, 1 view`; empty where it is free or not said."""
    return _amount(cost, QCoreApplication.translate("Costs", "{contacts}, {views}"))


def sentence(cost: Cost, what: Spends) -> str:
    """What it spends and what is left after it."""
    match cost.kind:
        case CostKind.FREE:
            return _free(cost, what)
        case CostKind.UNAVAILABLE:
            return QCoreApplication.translate("Costs", "Not in your contract. It can be bought on the site.")
        case CostKind.UNKNOWN:
            return QCoreApplication.translate("Costs", "hh.ru does not say what it costs.")
        case _:
            return " ".join(part for part in (_spends(cost, what), left(cost)) if part)


def note(cost: Cost) -> str:
    """Behind the name of an act: `spends 1 contact`, `free`; empty where hh.ru does not say."""
    if cost.kind is CostKind.FREE:
        return QCoreApplication.translate("Costs", "free")
    amount = _in_sentence(cost)
    return QCoreApplication.translate("Costs", "spends {amount}").format(amount=amount) if amount else ""


def left(cost: Cost) -> str:
    """`181 of 500 left`, after the act; empty where hh.ru does not say."""
    if cost.left is None:
        return ""
    numbers = QLocale()
    after = numbers.toString(max(cost.left - cost.amount, 0))
    if cost.kind is CostKind.VIEW:
        return QCoreApplication.translate("Costs", "{left} left today.").format(left=after)
    if cost.limit is None:
        return QCoreApplication.translate("Costs", "{left} left.").format(left=after)
    limit = numbers.toString(cost.limit)
    return QCoreApplication.translate("Costs", "{left} of {limit} left.").format(left=after, limit=limit)


def _amount(cost: Cost, both: str) -> str:
    match cost.kind:
        case CostKind.CONTACT:
            contacts = QCoreApplication.translate("Costs", "%n contact(s)", "", max(cost.amount, 1))
            return both.format(contacts=contacts, views=_views(cost.views)) if cost.views else contacts
        case CostKind.VIEW:
            return _views(max(cost.amount, 1))
        case _:
            return ""


def _in_sentence(cost: Cost) -> str:
    return _amount(cost, QCoreApplication.translate("Costs", "{contacts} and {views}"))


def _views(count: int) -> str:
    return QCoreApplication.translate("Costs", "%n view(s)", "", count)


def _spends(cost: Cost, what: Spends) -> str:
    amount = _in_sentence(cost)
    match what:
        case Spends.OPEN:
            words = QCoreApplication.translate("Costs", "Opening spends {amount}.")
        case Spends.CONTACTS:
            words = QCoreApplication.translate("Costs", "Opening the contacts spends {amount}.")
        case Spends.INVITE:
            words = QCoreApplication.translate("Costs", "Inviting spends {amount}.")
        case _:
            words = QCoreApplication.translate("Costs", "The file spends {amount}.")
    return words.format(amount=amount)


def _free(cost: Cost, what: Spends) -> str:
    match cost.reason:
        case FreeReason.APPLIED:
            return QCoreApplication.translate("Costs", "Free: this person applied.")
        case FreeReason.ALREADY_OPEN if what is Spends.INVITE:
            return QCoreApplication.translate("Costs", "Free: the contacts are open already.")
        case FreeReason.ALREADY_OPEN:
            return QCoreApplication.translate("Costs", "Free: open already.")
        case FreeReason.STORED:
            return QCoreApplication.translate("Costs", "Free: it is kept here.")
        case _:
            return QCoreApplication.translate("Costs", "Free.")
