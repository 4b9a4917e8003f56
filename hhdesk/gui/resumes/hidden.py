"""Contacts that a person hid: what a payment does not show, and what it does.

Source: get-dictionaries (resume_hidden_fields).
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hhdesk.domain.resumes import ResumeShort

_NO_CONTACT = "experience"
"""The one entry that concerns no contact."""
_NAME, _PHONE, _MAIL = "names_and_photo", "phones", "email"


def kept(resume: ResumeShort) -> str:
    """`The person hid: ФИО и фотографию.`; empty where nothing is hidden."""
    fields = [field for field in resume.hidden_fields if field.id != _NO_CONTACT]
    if not fields:
        return ""
    names = _listed([_inside(field.name or field.id) for field in fields])
    return QCoreApplication.translate("Resume", "The person hid: {fields}.").format(fields=names)


def warning(resume: ResumeShort) -> str:
    """What was `kept` back, and what a payment brings: `Will be shown: phone, e-mail.`"""
    said = kept(resume)
    if not said:
        return ""
    word = QCoreApplication.translate
    ids = {field.id for field in resume.hidden_fields}
    known = (
        (_PHONE, word("Resume", "phone", "will be shown")),
        (_MAIL, word("Resume", "e-mail", "will be shown")),
        (_NAME, word("Resume", "name", "will be shown")),
    )
    rest = ", ".join(name for field, name in known if field not in ids)
    if not rest:
        return said
    return f"{said} {word('Resume', 'Will be shown: {fields}.').format(fields=rest)}"


def consequence(resume: ResumeShort) -> str:
    """What the payment does not bring, before it is made; empty where nothing is hidden."""
    word = QCoreApplication.translate
    ids = {field.id for field in resume.hidden_fields}
    if {_PHONE, _MAIL} <= ids:
        return word("Resume", "The contact is spent, but no phone and no e-mail will come.")
    if _PHONE in ids:
        return word("Resume", "Phone hidden: the contact is spent, the e-mail comes alone.")
    if _MAIL in ids:
        return word("Resume", "E-mail hidden: the contact is spent, the phone comes alone.")
    return warning(resume)


def _listed(names: list[str]) -> str:
    """`a, b and c`."""
    if len(names) < 2:
        return "".join(names)
    words = QCoreApplication.translate("Resume", "{names} and {last}", "the end of a list")
    return words.format(names=", ".join(names[:-1]), last=names[-1])


def _inside(name: str) -> str:
    """hh.ru's name within a sentence; an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
