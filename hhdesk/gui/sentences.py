"""What went wrong, what came of an act, what an entry of the outbox went through: in words for people.

Every class of hhdesk.domain.errors has its sentence in error_words or refusal_words; a test demands it.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QCoreApplication

from hhdesk.domain import errors
from hhdesk.domain.outbox import Intent, OutboxEntry, OutboxEvent, OutboxState, WriteKind
from hhdesk.gui.error_words import ERRORS, Words
from hhdesk.gui.refusal_words import REFUSALS
from hhdesk.gui.words import QT_TRANSLATE_NOOP, WAYS, WayOut

_CONTEXT: Final = "Sentences"
_WORDS: Final = {**ERRORS, **REFUSALS}
_BY_NAME: Final = {kind.__name__: kind for kind in _WORDS}


class Sentence(Struct, frozen=True):
    """An error for people. `request_id` is hh.ru's, for its support."""

    title: str
    """What happened, without an end stop."""
    text: str
    """What it means and what to do."""
    ways: tuple[WayOut, ...]
    request_id: str = ""

    @property
    def whole(self) -> str:
        """Title and text in one line, for toasts and screen readers."""
        return f"{self.title}. {self.text}" if self.text else self.title


def sentence(error: errors.HhdeskError) -> Sentence:
    """The sentence of `error`; a class without one of its own speaks as the nearest class above it."""
    said = _sentence(words_of(type(error)), _placeholders(error))
    return Sentence(said.title, said.text, said.ways, error.request_id)


def sentence_for(name: str, detail: str = "", request_id: str = "") -> Sentence:
    """The sentence of an error known by its class's name, as stored with an outbox entry."""
    kind = _BY_NAME.get(name, errors.HhdeskError)
    given = {"value": detail, "detail": detail, "port": detail, "reason": "", "wait": ""}
    if issubclass(kind, errors.Refused) and detail:
        given["reason"] = _reason(detail)
    said = _sentence(words_of(kind), given)
    return Sentence(said.title, said.text, said.ways, request_id)


def words_of(kind: type[errors.HhdeskError]) -> Words:
    """English title, text and ways out of an error class."""
    return next(_WORDS[base] for base in kind.__mro__ if base in _WORDS)


def way_words(way: WayOut) -> str:
    """The words on the button of a way out."""
    return QCoreApplication.translate(_CONTEXT, WAYS[way])


def _sentence(words: Words, given: dict[str, str]) -> Sentence:
    title, text, ways = words
    filled = [_fill(QCoreApplication.translate(_CONTEXT, part), given) for part in (title, text)]
    return Sentence(filled[0], filled[1], ways)


def _fill(text: str, given: dict[str, str]) -> str:
    """Put values into the text; where nothing is known, the gap closes."""
    filled = re.sub(r"\{(\w+)\}", lambda found: given.get(found[1], ""), text)
    return re.sub(r" {2,}", " ", filled).strip()


def _placeholders(error: errors.HhdeskError) -> dict[str, str]:
    given = {"detail": error.detail, "value": "", "reason": "", "wait": "", "port": ""}
    if isinstance(error, errors.PortTaken):
        given["port"] = str(error.port)
    if isinstance(error, errors.Refused):
        given["value"] = error.value
        given["reason"] = _said(error.description) or _reason(error.detail)
    if isinstance(error, errors.Transient):
        given["wait"] = _wait(error)
    return given


def _said(description: str) -> str:
    """hh.ru's own sentence, with one end stop."""
    return f"{description.rstrip('.')}." if description else ""


def _reason(detail: str) -> str:
    """hh.ru's own word for the reason, verbatim."""
    if not detail:
        return ""
    return QCoreApplication.translate("Sentences", "Its reason: {reason}.").format(reason=detail)


def _wait(error: errors.Transient) -> str:
    if error.retry_after is None:
        return QCoreApplication.translate("Sentences", "Try again in a moment.")
    seconds = max(1, round(error.retry_after.total_seconds()))
    if seconds < 120:
        return QCoreApplication.translate("Sentences", "Retrying in %n s.", "", seconds)
    return QCoreApplication.translate("Sentences", "Retrying in %n min.", "", round(seconds / 60))


# What an act is, and what came of it


def act_name(intent: Intent) -> str:
    """The act in a word or two: hh.ru's own name where it has one, as a heading would name it."""
    if intent.kind is WriteKind.INVITATION:
        # hh.ru's own is the verb of its button.
        return QCoreApplication.translate("Outbox", "Invitation")
    if intent.action_name:
        return intent.action_name
    match intent.kind:
        case WriteKind.CHAT_MESSAGE:
            return QCoreApplication.translate("Outbox", "Chat message")
        case _:
            return QCoreApplication.translate("Outbox", "Move to another stage")


def name_of(intent: Intent) -> str:
    """The person's name, the title of a resume without one, else a word for somebody."""
    return intent.person_name or QCoreApplication.translate("Outbox", "the candidate")


def subject(intent: Intent, people: int = 1) -> str:
    """What was decided about whom, for toasts."""
    if people > 1:
        words = QCoreApplication.translate("Outbox", "“{act}” for %n person(s)", "", people)
        return words.format(act=act_name(intent))
    match intent.kind:
        case WriteKind.CHAT_MESSAGE:
            words = QCoreApplication.translate("Outbox", "Message to {person}")
        case WriteKind.INVITATION:
            words = QCoreApplication.translate("Outbox", "Invitation of {person}")
        case _:
            words = QCoreApplication.translate("Outbox", "“{act}” for {person}")
    return words.format(person=name_of(intent), act=act_name(intent))


def outcome(entry: OutboxEntry) -> str:
    """What came of an entry, for toasts and the row's badge; empty while nothing did."""
    match entry.state:
        case OutboxState.REFUSED:
            return QCoreApplication.translate("Outbox", "not accepted")
        case OutboxState.UNKNOWN if entry.error:
            return QCoreApplication.translate("Outbox", "outcome unknown")
        case OutboxState.UNKNOWN:
            return QCoreApplication.translate("Outbox", "answer lost, checking")
        case OutboxState.TAKEN_BACK:
            return QCoreApplication.translate("Outbox", "taken back")
        case OutboxState.WAITING if entry.is_in_hand:
            return QCoreApplication.translate("Outbox", "being changed")
        case _:
            return ""


def settled(intent: Intent) -> str:
    """What the toast says when hh.ru has it."""
    match intent.kind:
        case WriteKind.CHAT_MESSAGE:
            words = QCoreApplication.translate("Outbox", "{person} has your message")
        case WriteKind.INVITATION:
            words = QCoreApplication.translate("Outbox", "{person} is invited")
        case _:
            words = QCoreApplication.translate("Outbox", "{person}: “{act}” is done")
    return words.format(person=name_of(intent), act=act_name(intent))


def proof(entry: OutboxEntry) -> str:
    """By what a settled entry is known to be done."""
    codes = {told.code for told in entry.events}
    if "already_delivered" in codes:
        return QCoreApplication.translate("Outbox", "The message arrived at an earlier try.")
    if "settled_by_answer" in codes:
        return QCoreApplication.translate("Outbox", "hh.ru has taken the message.")
    return QCoreApplication.translate("Outbox", "hh.ru confirmed it.")


_EVENTS: Final = {
    "added": QT_TRANSLATE_NOOP("Outbox", "You decided it; until it goes out it can be taken back"),
    "edited": QT_TRANSLATE_NOOP("Outbox", "You changed it; the wait began again"),
    "in_hand": QT_TRANSLATE_NOOP("Outbox", "You began to change it: it waits for you"),
    "released": QT_TRANSLATE_NOOP("Outbox", "You left it as it was; the wait began again"),
    "sent": QT_TRANSLATE_NOOP("Outbox", "Sending it to hh.ru"),
    "answered": QT_TRANSLATE_NOOP("Outbox", "hh.ru accepted it"),
    "settled": QT_TRANSLATE_NOOP("Outbox", "Checked on hh.ru: it is done"),
    "settled_by_answer": QT_TRANSLATE_NOOP("Outbox", "Delivered: hh.ru confirmed it"),
    "refused": QT_TRANSLATE_NOOP("Outbox", "hh.ru did not accept it"),
    "taken_back": QT_TRANSLATE_NOOP("Outbox", "You took it back"),
    "given_up": QT_TRANSLATE_NOOP("Outbox", "You decided not to send it"),
    "repeated": QT_TRANSLATE_NOOP("Outbox", "You sent it again"),
    "sent_early": QT_TRANSLATE_NOOP("Outbox", "You sent it at once"),
    "not_sent": QT_TRANSLATE_NOOP("Outbox", "No connection: it waits"),
    "held_back": QT_TRANSLATE_NOOP("Outbox", "hh.ru asked to wait"),
    "answer_lost": QT_TRANSLATE_NOOP("Outbox", "The answer was lost: checking whether it was done"),
    "state_unread": QT_TRANSLATE_NOOP("Outbox", "hh.ru accepted it; it could not be checked yet"),
    "state_tells_nothing": QT_TRANSLATE_NOOP("Outbox", "Checked on hh.ru: not clear yet"),
    "recovered": QT_TRANSLATE_NOOP("Outbox", "hhdesk ended while sending: checking whether it was done"),
    "already_delivered": QT_TRANSLATE_NOOP("Outbox", "hh.ru had it already"),
}


def event(told: OutboxEvent) -> str:
    """One line of an entry's story. An unknown code is shown as it is."""
    words = _EVENTS.get(told.code)
    line = QCoreApplication.translate("Outbox", words) if words else told.code
    if told.code != "not_sent" and told.detail in _BY_NAME:
        return f"{line}: {sentence_for(told.detail).title}"
    return line
