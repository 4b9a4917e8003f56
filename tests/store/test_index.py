"""The search index finds what a person would expect, in 20,000 resumes too, and survives any input."""

import random
from collections.abc import Iterator
from functools import cache, partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hhdesk.domain.resumes import Experience, Resume
from hhdesk.store.connection import Connection
from hhdesk.store.database import Database
from hhdesk.store.folding import clean, fold, words
from hhdesk.store.index import RANKED_UP_TO, find, match_expression, texts_of
from hhdesk.store.resumes import keep_full
from hhdesk.store.store import Store
from tests.store import corpus
from tests.store.making import KEY, NOW, PHONE, body, full, later, response, response_row, resume_id, short


async def _found(store: Store, text: str, limit: int = 50) -> list[str]:
    return [hit.resume_id for hit in await store.index.find(text, limit)]


@pytest.mark.parametrize(
    "text",
    [
        "королёва",
        "КОРОЛЕВА",
        "королев",
        "маия",
        "Майя Королёва",
        "накс сварщик",
        "большого ДИАМЕТРА",
        "свар",
        "аргонодуговая, сварка!",
        "труб* OR",
        '"сварщик',
        "NEAR(сварщик)",
        "Маи\u0306я",
        "сварщик \u0301",
    ],
)
async def test_words_are_found_however_they_are_typed(store: Store, text: str) -> None:
    await store.resumes.keep_full(full(1), body(full(1)), NOW, with_contacts=False)
    expected = [] if "OR" in text or "NEAR" in text else [resume_id(1)]
    assert await _found(store, text) == expected


@pytest.mark.parametrize("text", ["", "   ", '"', "***", "—", "\0", "()", "🌲", "водолаз", "арщик"])
async def test_nothing_is_found(store: Store, text: str) -> None:
    await store.resumes.keep_full(full(1), body(full(1)), NOW, with_contacts=False)
    assert await _found(store, text) == []


async def test_composed_and_decomposed_letters_are_the_same(store: Store) -> None:
    made = short(1, last_name="Чаи\u0306кине\u0308в", first_name="")
    await store.resumes.keep_shorts([(made, b"{}")], NOW)
    for text in ("чайкинёв", "чаикинев", "ЧАИ\u0306КИНЕ\u0308В"):
        assert await _found(store, text) == [resume_id(1)]


async def test_snippets_mark_what_was_found_as_it_was_written(store: Store) -> None:
    made = full(1, experience=(Experience(description="<p>Варил <b>Ёмкости</b>\n и   резервуары</p>"),))
    await store.resumes.keep_full(made, body(made), NOW, with_contacts=False)
    hit = (await store.index.find("емкост"))[0]
    assert "Варил \x02Ёмкости\x03 и резервуары" in hit.snippet
    assert (hit.name, hit.title, hit.person_id) == ("Королёва Майя", "Электросварщик", made.person_id)


async def test_marks_in_a_text_do_not_forge_snippets(store: Store) -> None:
    made = full(1, about="обман\x02щик\x03 и сварка")
    await store.resumes.keep_full(made, body(made), NOW, with_contacts=False)
    snippet = (await store.index.find("сварка"))[0].snippet
    assert snippet.count("\x02") == snippet.count("\x03") == snippet.lower().count("\x02сварка\x03")


async def test_a_name_weighs_more_than_a_title_and_a_title_more_than_the_rest(store: Store) -> None:
    rest = full(1, experience=(Experience(description="Юдин " * 3),))
    title = full(2, title="Юдин")
    name = full(3, last_name="Юдин")
    for made in (rest, title, name):
        await store.resumes.keep_full(made, body(made), NOW, with_contacts=False)
    assert await _found(store, "юдин") == [resume_id(3), resume_id(2), resume_id(1)]


async def test_a_newer_version_replaces_the_older_one(store: Store) -> None:
    await store.resumes.keep_full(full(1, about="водолаз"), b"{}", NOW, with_contacts=False)
    await store.resumes.keep_full(full(1, about="крановщик"), b"{}", later(days=1), with_contacts=False)
    assert await _found(store, "водолаз") == []
    assert await _found(store, "крановщик") == [resume_id(1)]
    check = "INSERT INTO resume_index (resume_index, rank) VALUES ('integrity-check', 0)"
    await store.database.write(lambda c: c.execute(check))


async def test_responses_feed_the_index_and_ghosts_do_not_empty_it(store: Store) -> None:
    await store.negotiations.keep_page("u", 0, [response_row(response(1))], 1, 1, 0, NOW)
    assert await _found(store, "электросварщик") == [resume_id(1)]
    await store.negotiations.keep_page(
        "u", 0, [response_row(response(1, resume=None))], 1, 1, 0, later(days=1)
    )
    hits = await store.index.find("королева")
    assert [(hit.resume_id, hit.withdrawn) for hit in hits] == [(resume_id(1), True)]


async def test_a_sum_before_and_after_its_currency(store: Store) -> None:
    made = full(1, about="от ₽150000, до 180000₽")
    await store.resumes.keep_full(made, body(made), NOW, with_contacts=False)
    for text in ("150000", "180000", "₽150000", "180000₽"):
        assert await _found(store, text) == [resume_id(1)]


async def test_telephone_numbers(store: Store) -> None:
    made = full(1, contacts=(PHONE,))
    await store.resumes.keep_full(made, body(made), NOW, with_contacts=True)
    for text in ("79991234567", "999 123", "+7 (999) 123-45-67"):
        assert await _found(store, text) == [resume_id(1)]


@cache
def _twenty_thousand() -> list[Resume]:
    return list(corpus.resumes(20_000, seed=3, words_each=74))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A database with 20,000 resumes."""
    opened = Database.open(tmp_path_factory.mktemp("many") / "hhdesk.sqlite3", KEY)
    corpus.fill(opened, _twenty_thousand())
    yield opened
    opened.close_now()
    _twenty_thousand.cache_clear()


@pytest.mark.slow
def test_twenty_thousand_give_the_same_as_reading_everything(many: Database) -> None:
    dice = random.Random(5)
    vocabulary = corpus.vocabulary(random.Random(3))
    asked = [dice.choice(vocabulary[:place]) for place in (5, 50, 500, 2000, 4000)]
    asked += [
        "королёв сварщик",
        "ЁЛКИН",
        "инженер пто",
        f"{vocabulary[3]} {vocabulary[90][:3]}",
        "чайкин зоя",
    ]
    documents = [
        (made.id, " ".join(fold(part) for part in texts_of(made, "")).split()) for made in _twenty_thousand()
    ]
    for text in asked:
        sought = words(text)
        expected = {
            identifier
            for identifier, document in documents
            if all(any(word.startswith(begin) for word in document) for begin in sought)
        }
        hits = many.read_now(partial(find, query=match_expression(text), limit=20_000))
        assert {hit.resume_id for hit in hits} == expected
        assert len(hits) == len(expected)


def test_few_are_ranked_and_many_come_newest_first(many: Database) -> None:
    hits = many.read_now(lambda c: find(c, match_expression("сварщик"), 50))
    ids = [hit.resume_id for hit in hits]
    assert len(ids) == 50
    assert ids == sorted(ids, reverse=True)
    assert sum(made.title == "Сварщик" for made in _twenty_thousand()) > RANKED_UP_TO


WRITTEN_HERE = st.characters(max_codepoint=0x052F) | st.sampled_from("«»„“”‘’—–…№₽•·\u00a0\u2028\ufeff🌲")
"""Latin, Greek, Cyrillic and what stands between their words. Of rarer signs SQLite and Python may not agree
whether they are letters: such a word may then not be found, and nothing else comes of it."""


@settings(deadline=None, max_examples=400)
@given(st.text(max_size=80) | st.text(alphabet="\"'*(){}[]^:+-~ \0\x02NEAROTDёйab", max_size=40))
def test_any_text_is_a_valid_question(text: str) -> None:
    database = _shared()
    hits = (
        database.read_now(lambda c: find(c, expression, 5)) if (expression := match_expression(text)) else ()
    )
    assert len(hits) <= 5


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=200))
def test_folding_keeps_the_number_of_words(text: str) -> None:
    """Snippets mark the original by the places of folded words."""
    tidy = clean(text)
    assert fold(fold(tidy)) == fold(tidy)
    assert len(words(tidy)) == len(words(fold(tidy)))


@settings(deadline=None, max_examples=400)
@given(st.text(WRITTEN_HERE, min_size=1, max_size=60))
def test_what_was_put_in_is_found_and_marked(text: str) -> None:
    store = Store(_shared())
    made = full(77, title="", last_name="", first_name="", experience=(), skills=(), about=text)
    store.database.write_now(lambda c: _keep(c, made))
    query = match_expression(clean(text))
    if not query:
        return
    hits = store.database.read_now(lambda c: find(c, query, 5))
    assert resume_id(77) in [hit.resume_id for hit in hits]
    found = next(hit for hit in hits if hit.resume_id == resume_id(77))
    assert "\x02" in found.snippet


def _keep(connection: Connection, made: Resume) -> None:
    keep_full(connection, made, b"{}", NOW, with_contacts=False)


_SHARED: list[Database] = []


@pytest.fixture(scope="module", autouse=True)
def _shared_database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One database for all examples of a property."""
    _SHARED.append(Database.open(tmp_path_factory.mktemp("shared") / "hhdesk.sqlite3", KEY))
    yield
    _SHARED.pop().close_now()


def _shared() -> Database:
    return _SHARED[0]
