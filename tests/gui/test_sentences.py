"""Every error is worded, in both languages, and says what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from xml.etree import ElementTree

import pytest

from hhdesk.domain import errors
from hhdesk.gui.error_words import ERRORS
from hhdesk.gui.refusal_words import REFUSALS
from hhdesk.gui.sentences import sentence, sentence_for, way_words
from hhdesk.gui.words import WayOut


def subclasses(kind: type[errors.HhdeskError]) -> Iterator[type[errors.HhdeskError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from subclasses(below)


ALL = sorted(set(subclasses(errors.HhdeskError)), key=lambda kind: kind.__name__)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_error_class_has_words_of_its_own(kind: type[errors.HhdeskError]) -> None:
    words = {**ERRORS, **REFUSALS}[kind]
    title, text, _ = words
    assert title
    assert text
    assert not title.endswith("."), "a title has no end stop"
    assert text.endswith((".", "{wait}")), "a text is sentences"
    assert "!" not in title + text
    assert "please" not in text.lower()


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_no_placeholder_is_left_open(kind: type[errors.HhdeskError]) -> None:
    error = kind(47823) if issubclass(kind, errors.PortTaken) else kind()
    said = sentence(error)
    assert "{" not in said.whole
    assert not re.search(r"\s{2}", said.whole)
    assert "{" not in sentence_for(kind.__name__, "detail").whole


def test_the_wait_that_hh_ru_wishes_is_said() -> None:
    assert "40" in sentence(errors.ServerTrouble(retry_after=timedelta(seconds=40))).text


def test_the_request_code_goes_along() -> None:
    assert sentence(errors.ServerTrouble(request_id="8d41f0c2")).request_id == "8d41f0c2"


def test_hh_ru_s_own_description_is_shown_verbatim() -> None:
    refused = errors.Refused(kind="new", value="odd", description="Слишком рано")
    assert sentence(refused).text.startswith("Слишком рано. ")


def test_every_way_out_has_words() -> None:
    assert all(way_words(way) for way in WayOut)


def test_every_sentence_is_in_the_russian_translation() -> None:
    tree = ElementTree.parse("resources/translations/hhdesk_ru.ts")
    context = next(c for c in tree.iter("context") if c.findtext("name") == "Sentences")
    russian = {m.findtext("source"): m.findtext("translation") for m in context.iter("message")}
    missing = [
        text
        for title, body, _ in {**ERRORS, **REFUSALS}.values()
        for text in (title, body)
        if not (russian.get(text) or "").strip()
    ]
    assert missing == []
