"""The store beside SQLite itself: a local search over 20,000 resumes, a page kept, the last search read.

python -m tests.benchmarks.bench_store
"""

import asyncio
import json
import random
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from hhdesk.domain.search import ResumeQuery
from hhdesk.store.connection import Connection, open_connection
from hhdesk.store.database import Database
from hhdesk.store.index import NEWEST, RANKED, RANKED_UP_TO, match_expression
from hhdesk.store.searches import query_key
from hhdesk.store.store import Store
from tests.store import corpus, making

RESUMES = 20_000
ROUNDS = 60


def measure() -> list[dict[str, Any]]:
    """Milliseconds of the store's ways and of the plain SQL on the same file."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder) / "hhdesk.sqlite3"))


async def _measure(path: Path) -> list[dict[str, Any]]:
    database = Database.open(path, making.KEY)
    corpus.fill(database, list(corpus.resumes(RESUMES)))
    store = Store(database)
    raw = open_connection(path, making.KEY, read_only=True)
    try:
        return [await _local_search(store, raw), await _last_search(store, raw), await _keep_page(store)]
    finally:
        raw.close()
        await store.close()


async def _local_search(store: Store, raw: Connection) -> dict[str, Any]:
    """What a person types, against the FTS5 query that answers it: median of the questions' medians."""
    words = corpus.vocabulary(random.Random(1))
    questions = ["сварщик", "королёв", "инженер пто", words[0], words[300], words[2000][:4]]
    questions += [f"{words[5]} {words[800]}", f"чайкин {words[60]}"]
    ours, peers = [], []
    for question in questions:
        expression = match_expression(question)
        hits = raw.execute("SELECT count(*) FROM resume_index WHERE resume_index MATCH ?", (expression,))
        query = RANKED if hits.fetchone()[0] <= RANKED_UP_TO else NEWEST

        async def ask(question: str = question) -> object:
            return await store.index.find(question)

        async def ask_sqlite(query: str = query, expression: str = expression) -> object:
            return raw.execute(query, (expression, 50)).fetchall()

        mine, peer = await _beside(ask, ask_sqlite)
        ours.append(mine)
        peers.append(peer)
    return _line(
        "local search, 20,000 resumes", statistics.mean(ours), "raw FTS5 query", statistics.mean(peers)
    )


async def _last_search(store: Store, raw: Connection) -> dict[str, Any]:
    """The search that the first paint shows, 500 rows."""
    query = ResumeQuery(age_from=18)
    for number in range(10):
        rows = [making.row(making.short(30_000 + number * 50 + place)) for place in range(50)]
        page = making.page(*rows, number=number, pages=10)
        await store.searches.keep(query_key(query), query, page, making.NOW)
    sql = """SELECT coalesce(s.body, b.body) FROM search_rows s LEFT JOIN resume_bodies b
        ON b.resume_id = s.resume_id AND b.kind = 'short' ORDER BY s.page, s.place"""

    async def ours() -> object:
        return store.searches.last_now()

    async def peer() -> object:
        return raw.execute(sql).fetchall()

    return _line("last search of 500 rows", (pair := await _beside(ours, peer))[0], "raw SQL", pair[1])


async def _keep_page(store: Store) -> dict[str, Any]:
    """Keeping a page of 50 results with people, marks and index; no peer does as much."""
    query = ResumeQuery(age_from=19)
    times = []
    for number in range(15):
        rows = [making.row(making.short(60_000 + number * 50 + place)) for place in range(50)]
        begun = time.perf_counter()
        await store.searches.keep(query_key(query), query, making.page(*rows), making.NOW)
        times.append((time.perf_counter() - begun) * 1000)
    return _line("keep a page of 50 resumes", statistics.median(times), None, None)


async def _beside(
    ours: Callable[[], Awaitable[object]], peer: Callable[[], Awaitable[object]]
) -> tuple[float, float]:
    """Best of many, in turns, so that a busy machine disturbs both alike."""
    mine: list[float] = []
    its: list[float] = []
    for _ in range(ROUNDS):
        for work, times in ((ours, mine), (peer, its)):
            begun = time.perf_counter()
            await work()
            times.append((time.perf_counter() - begun) * 1000)
    return min(mine), min(its)


def _line(name: str, value: float, peer: str | None, peer_value: float | None) -> dict[str, Any]:
    return {
        "name": name,
        "value": round(value, 3),
        "unit": "ms",
        "peer": peer,
        "peer_value": None if peer_value is None else round(peer_value, 3),
        "ratio": None if peer_value is None else round(value / peer_value, 3),
    }


if __name__ == "__main__":
    print(json.dumps(measure(), ensure_ascii=False, indent=2))
