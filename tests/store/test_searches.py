"""Searches are there again, page by page, in hh.ru's order."""

from hhdesk.domain.search import ResumeQuery, Words
from hhdesk.domain.values import Named
from hhdesk.store.searches import MOST_SEARCHES, query_key
from hhdesk.store.store import Store
from tests.store.making import NOW, body, later, odd_row, page, resume_id, row, short

WELDERS = ResumeQuery(words=(Words(text="сварщик"),), areas=(Named(id="1", name="Москва"),))


async def test_pages_append_and_odd_items_keep_their_place(store: Store) -> None:
    key = query_key(WELDERS)
    await store.searches.keep(key, WELDERS, page(row(short(2)), odd_row(), row(short(1))), NOW)
    await store.searches.keep(key, WELDERS, page(row(short(3)), number=1), later(seconds=5))
    stored = await store.searches.get(key)
    assert stored is not None
    assert stored.query == WELDERS
    assert stored.ids == (resume_id(2), None, resume_id(1), resume_id(3))
    assert stored.bodies == (body(short(2)), b'{"id": 7}', body(short(1)), body(short(3)))
    assert (stored.found, stored.pages, stored.pages_loaded) == (120, 3, 2)
    assert stored.fetched_at == later(seconds=5)
    assert await store.searches.last() == stored
    assert store.searches.last_now() == stored


async def test_the_first_page_begins_anew(store: Store) -> None:
    await store.searches.keep("k", WELDERS, page(row(short(1)), row(short(2))), NOW)
    await store.searches.keep("k", WELDERS, page(row(short(3)), number=1), NOW)
    await store.searches.keep("k", WELDERS, page(row(short(4)), found=1, pages=1), later(days=1))
    stored = await store.searches.get("k")
    assert stored is not None
    assert stored.ids == (resume_id(4),)
    assert (stored.found, stored.pages, stored.pages_loaded) == (1, 1, 1)


async def test_an_empty_result_is_a_result(store: Store) -> None:
    await store.searches.keep("k", WELDERS, page(found=0, pages=0), NOW)
    stored = await store.searches.last()
    assert stored is not None
    assert (stored.found, stored.bodies, stored.pages_loaded) == (0, (), 0)
    assert await store.searches.get("other") is None


async def test_only_the_newest_searches_stay(store: Store) -> None:
    for number in range(MOST_SEARCHES + 5):
        query = ResumeQuery(age_from=number)
        await store.searches.keep(query_key(query), query, page(row(short(number))), later(seconds=number))
    recent = await store.searches.recent(limit=100)
    assert [query.age_from for query in recent] == list(range(MOST_SEARCHES + 4, 4, -1))
    rows = await store.database.read(lambda c: c.execute("SELECT count(*) FROM search_rows").fetchone()[0])
    assert rows == MOST_SEARCHES


async def test_a_query_of_another_version(store: Store) -> None:
    await store.searches.keep("k", WELDERS, page(row(short(1))), NOW)
    await store.database.write(lambda c: c.execute("UPDATE searches SET query = json_set(query, '$.new', 1)"))
    stored = await store.searches.last()
    assert stored is not None
    assert stored.query == WELDERS
    await store.database.write(lambda c: c.execute("UPDATE searches SET query = '[]'"))
    assert await store.searches.last() is None
    assert await store.searches.recent() == ()


async def test_a_search_of_a_clock_that_was_set_back_is_kept(store: Store) -> None:
    for number in range(MOST_SEARCHES):
        await store.searches.keep(f"k{number}", WELDERS, page(row(short(1))), later(days=number))
    await store.searches.keep("new", WELDERS, page(row(short(2))), later(days=-1))
    assert await store.searches.get("new") is not None
    assert await store.searches.get("k0") is None
