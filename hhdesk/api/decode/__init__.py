"""hh.ru's JSON as domain values, for answers that have just come and for stored bodies alike.

Every function takes bytes and raises UnreadableAnswer where nothing of them can be shown; the `…_row` ones,
for single items of lists, give a row that says so instead.
"""

from hhdesk.api.decode.account import addresses, manager_accounts, me, method_access, quota
from hhdesk.api.decode.chats import chat, chat_answer, posted_message, unread_chats
from hhdesk.api.decode.dictionaries import areas, dictionaries, entries, roles, suggestions
from hhdesk.api.decode.negotiations import (
    collections,
    collections_answer,
    letter,
    response,
    response_answer,
    response_page,
    response_row,
)
from hhdesk.api.decode.resumes import resume, resume_answer, resume_page, resume_row, resume_short
from hhdesk.api.decode.vacancies import (
    invitable_page,
    vacancy,
    vacancy_answer,
    vacancy_days,
    vacancy_page,
    vacancy_short,
    vacancy_short_row,
)

__all__ = [
    "addresses",
    "areas",
    "chat",
    "chat_answer",
    "collections",
    "collections_answer",
    "dictionaries",
    "entries",
    "invitable_page",
    "letter",
    "manager_accounts",
    "me",
    "method_access",
    "posted_message",
    "quota",
    "response",
    "response_answer",
    "response_page",
    "response_row",
    "resume",
    "resume_answer",
    "resume_page",
    "resume_row",
    "resume_short",
    "roles",
    "suggestions",
    "unread_chats",
    "vacancy",
    "vacancy_answer",
    "vacancy_days",
    "vacancy_page",
    "vacancy_short",
    "vacancy_short_row",
]
