"""Texts to send: the request for the application, and the letter to whoever pays for hh.ru."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def request_text(redirect_uri: str) -> str:
    """What to write into the request on dev.hh.ru."""
    words = QCoreApplication.translate(
        "FirstRun",
        "Name: hhdesk\n"
        "What for: a desktop program with which our recruiters search resumes, read responses, write to "
        "candidates and invite them. It works from our own computers with our own employer account.\n"
        "Redirect URI: {address}",
    )
    return words.format(address=redirect_uri)


def letter_text() -> str:
    """What to write to the administrator of the company's account."""
    return QCoreApplication.translate(
        "FirstRun",
        "Hello. To work with hh.ru in hhdesk I need API access for our company. It is bought on hh.ru apart "
        "from publications. What hhdesk uses: resume search and resumes, responses, invitations, vacancies. "
        "Could you see whether our contract has it, and add it if not?",
    )
