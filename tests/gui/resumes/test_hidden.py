"""Before a contact is spent it is said what will not come, not only what the person hid."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import ResumeShort
from hhdesk.domain.values import Named
from hhdesk.gui.resumes import hidden

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
