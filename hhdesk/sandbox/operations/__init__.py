"""What the sandbox serves: importing this package registers every operation."""

from hhdesk.sandbox.operations import (
    account,
    chats,
    dictionaries,
    mail_templates,
    negotiations,
    resumes,
    saved_searches,
    suggests,
    topic_actions,
    vacancies,
)

__all__ = [
    "account",
    "chats",
    "dictionaries",
    "mail_templates",
    "negotiations",
    "resumes",
    "saved_searches",
    "suggests",
    "topic_actions",
    "vacancies",
]
