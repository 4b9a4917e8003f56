"""What the sandbox serves: importing this package registers every operation."""

from hhdesk.sandbox.operations import (
    account,
    chat_changes,
    chat_files,
    chats,
    comments,
    dictionaries,
    mail_templates,
    negotiations,
    resumes,
    saved_searches,
    statistics,
    suggests,
    topic_actions,
    vacancies,
)

__all__ = [
    "account",
    "chat_changes",
    "chat_files",
    "chats",
    "comments",
    "dictionaries",
    "mail_templates",
    "negotiations",
    "resumes",
    "saved_searches",
    "statistics",
    "suggests",
    "topic_actions",
    "vacancies",
]
