"""Files and pictures, each content once."""

import hashlib

import pytest

from hhdesk.domain.errors import StoreDamaged
from hhdesk.domain.people import StoredFile
from hhdesk.store.pictures import picture_key
from hhdesk.store.store import Store
from tests.store.making import NOW, full, later, resume_id, short

PDF = b"%PDF-1.7 " + bytes(range(256)) * 400


async def _keep(store: Store, content: bytes = PDF, *, day: int = 0, number: int = 1) -> StoredFile:
    return await store.files.keep(
        resume_id(number),
        full(number).person_id,
        f"{day}.pdf",
        "pdf",
        content,
        with_contacts=False,
        now=later(days=day),
    )


async def test_a_file_comes_back(store: Store) -> None:
    file = await _keep(store)
    assert file.digest == hashlib.sha256(PDF).hexdigest()
    assert (file.size, file.format, file.fetched_at, file.with_contacts) == (len(PDF), "pdf", NOW, False)
    assert await store.files.of(resume_id(1)) == (file,)
    assert await store.files.content(file.digest) == PDF
    assert await store.files.of(resume_id(2)) == ()


async def test_the_same_bytes_are_kept_once(store: Store) -> None:
    await _keep(store)
    again = await _keep(store, day=1)
    await _keep(store, number=2)
    await store.pictures.keep("p", PDF, NOW)
    assert await store.files.of(resume_id(1)) == (again,)
    count = await store.database.read(lambda c: c.execute("SELECT count(*) FROM contents").fetchone()[0])
    assert count == 1


async def test_versions_are_newest_first(store: Store) -> None:
    old = await _keep(store)
    new = await _keep(store, PDF + b"2", day=1)
    assert await store.files.of(resume_id(1)) == (new, old)


async def test_content_that_is_not_there(store: Store) -> None:
    with pytest.raises(StoreDamaged):
        await store.files.content("0" * 64)


async def test_pictures_are_known_without_their_signature(store: Store) -> None:
    first = picture_key("https://img.hhcdn.ru/photo/1.jpeg?t=1&h=abc")
    assert first == picture_key("https://img.hhcdn.ru/photo/1.jpeg?t=2&h=def")
    assert await store.pictures.get(first) is None
    await store.pictures.keep(first, b"old", NOW)
    await store.pictures.keep(first, b"new", later(days=1))
    assert await store.pictures.get(first) == b"new"


async def test_the_oldest_pictures_go_when_there_are_too_many(store: Store) -> None:
    for number in range(3):
        await store.pictures.keep(f"p{number}", bytes([number]) * 100, later(hours=number))
    await store.pictures.keep("the same as the newest", bytes([2]) * 100, later(hours=4))
    assert await store.pictures.prune(250) == 2
    assert await store.pictures.get("p0") is None
    assert await store.pictures.get("p1") is None
    assert await store.pictures.get("p2") == bytes([2]) * 100


async def test_a_photo_at_an_odd_address_costs_nobody_the_list(store: Store) -> None:
    odd = short(1, photo_small_url="https://[odd/photo.jpg?sign=1")
    await store.resumes.keep_shorts([(odd, b"{}")], NOW)
    assert await store.resumes.short(odd.id) is not None
    assert picture_key("https://[odd/photo.jpg?sign=1") == "https://[odd/photo.jpg"
