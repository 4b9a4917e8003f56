"""Why a draft cannot be sent, in words, and at which field they stand."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from hhdesk.services.drafts import LETTER_LIMIT, Problem

FIELD: dict[Problem, str] = {
    Problem.LETTER_REQUIRED: "message",
    Problem.LETTER_FOR_SMS: "message",
    Problem.LETTER_FOR_ADDRESS: "message",
    Problem.LETTER_TOO_LONG: "message",
    Problem.ADDRESS_REQUIRED: "address_id",
    Problem.SMS_REQUIRED: "send_sms",
}
"""hh.ru's argument at which the words stand; those without one concern the whole act."""


def words(problem: Problem) -> str:
    """What is missing or too much."""
    word = QCoreApplication.translate
    limit = QLocale().toString(LETTER_LIMIT)
    said = {
        Problem.FOR_THE_SITE: word("Invitation", "hh.ru asks for something that hhdesk cannot fill in."),
        Problem.NOT_ENABLED: word("Invitation", "hh.ru does not allow this act at the moment."),
        Problem.LETTER_REQUIRED: word("Invitation", "This act needs a letter."),
        Problem.LETTER_FOR_SMS: word("Invitation", "An SMS goes only with a letter."),
        Problem.LETTER_FOR_ADDRESS: word("Invitation", "An address goes only with a letter."),
        Problem.LETTER_TOO_LONG: word("Invitation", "The letter is longer than {limit} characters."),
        Problem.ADDRESS_REQUIRED: word("Invitation", "Choose an address."),
        Problem.SMS_REQUIRED: word("Invitation", "This act goes with an SMS."),
    }
    return said[problem].format(limit=limit)
