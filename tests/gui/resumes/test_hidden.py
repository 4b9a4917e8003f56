"""Before a contact is spent it is said what will not come, not only what the person hid."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hhdesk.domain.costs import Cost, CostKind, FreeReason
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import ContactView, Resume, ResumeShort
from hhdesk.domain.values import Named
from hhdesk.gui.resumes import hidden
from hhdesk.gui.resumes.contacts_block import ContactsBlock

NAMES = {"names_and_photo": "ФИО и фотографию", "phones": "Все телефоны", "email": "Электронную почту"}


def resume(*fields: str) -> ResumeShort:
    """Of somebody who hid `fields`."""
    named = tuple(Named(id=one, name=NAMES[one]) for one in fields)
    return ResumeShort(id=ResumeId("r"), hidden_fields=named)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ((), ""),
        (("phones", "email"), "no phone and no e-mail"),
        (("names_and_photo", "phones", "email"), "no phone and no e-mail"),
        (("phones",), "Phone hidden"),
        (("email",), "E-mail hidden"),
        (("names_and_photo",), "ФИО и фотографию"),
    ],
)
def test_the_bar_says_what_will_not_come(qapp: QApplication, fields: tuple[str, ...], said: str) -> None:
    told = hidden.consequence(resume(*fields))
    assert said in told
    assert bool(told) == bool(fields)


def test_the_last_of_a_list_has_its_and(qapp: QApplication) -> None:
    told = hidden.warning(resume("names_and_photo", "phones", "email"))
    assert "ФИО и фотографию, все телефоны and электронную почту" in told


@pytest.mark.parametrize(
    ("fields", "view", "said"),
    [
        (("phones", "email"), ContactView.UNKNOWN, "The person hid: все телефоны and электронную почту."),
        ((), ContactView.IPC, "Only in hh.ru's chat"),
        ((), ContactView.FULL, "the resume names no contact"),
    ],
)
def test_open_without_a_contact_offers_nothing_to_open(
    qtbot: QtBot, fields: tuple[str, ...], view: ContactView, said: str
) -> None:
    # "Contacts are spent and null comes" where their owner hid them (tag "Просмотр резюме с контактами").
    named = tuple(Named(id=one, name=NAMES[one]) for one in fields)
    paid = Resume(id=ResumeId("r"), can_view_full_info=True, hidden_fields=named, contact_view=view)
    block = ContactsBlock()
    qtbot.addWidget(block)
    block.show_state(paid, Cost(kind=CostKind.FREE, reason=FreeReason.ALREADY_OPEN), date(2026, 11, 25))
    assert said in " ".join(label.text() for label in block.findChildren(QLabel))
    assert block.findChildren(QPushButton) == []
