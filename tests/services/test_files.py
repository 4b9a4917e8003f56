"""Resume files: downloaded once by a person's act, checked, kept, saved under our names."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from hhdesk.domain.costs import CostKind, FreeReason
from hhdesk.domain.errors import (
    CannotSaveFile,
    FileTruncated,
    NoConnection,
    NoDownload,
    NotThatFormat,
    TooManyRequests,
    ViewLimitReached,
)
from hhdesk.domain.identity import ResumeId
from hhdesk.domain.resumes import DocumentFormat, ResumeShort
from hhdesk.domain.search import ResumeQuery
from hhdesk.services.context import now
from hhdesk.services.services import Services
from tests.sandbox_process import Sandbox
from tests.services.acting import OpenServices, act, closed_resume, consent, first_page, read, shorts, until

ALL = ResumeQuery()
DOWNLOAD = act("download_pdf")


async def test_download_counts_once_and_is_kept(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    assert (await services.files.cost(resume)).kind is CostKind.VIEW
    told: list[tuple[int, int | None]] = []
    file = await services.files.pdf(resume, DOWNLOAD, lambda done, whole: told.append((done, whole)))
    content = await services.files.content(file)
    assert content.startswith(b"%PDF-")
    assert told[-1][0] == len(content) == file.size
    assert await services.files.pdf(resume, DOWNLOAD) == file
    assert (await services.files.cost(resume)).reason is FreeReason.STORED
    assert await services.files.stored(resume.id) == (file,)
    state = sandbox.state()
    assert state["requests"]["download-resume"] == 1
    assert len(state["traced"]) == 1
    assert state["paid"] == []
    assert resume.person_id is not None
    event = (await services.people.timeline(resume.person_id))[0]
    assert (event.kind, event.text) == ("downloaded", file.name)


async def test_name_is_ours_whatever_hh_says(services: Services, sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.fault("hostile_file_name")
    resume = shorts(await first_page(services, ALL))[1]
    file = await services.files.pdf(resume, DOWNLOAD)
    assert file.name == services.files.file_name(resume, DocumentFormat.PDF)
    assert "bashrc" not in file.name
    folder = tmp_path / "out"
    folder.mkdir()
    assert (await services.files.save(file, folder)).parent == folder
    assert [path.name for path in folder.iterdir()] == [file.name]


async def test_saving_never_overwrites(services: Services, tmp_path: Path) -> None:
    file = await services.files.pdf(shorts(await first_page(services, ALL))[1], DOWNLOAD)
    first = await services.files.save(file, tmp_path / "a.pdf")
    second = await services.files.save(file, tmp_path / "a.pdf")
    assert (first.name, second.name) == ("a.pdf", "a (2).pdf")
    assert first.read_bytes() == second.read_bytes() == await services.files.content(file)
    with pytest.raises(CannotSaveFile):
        await services.files.save(file, tmp_path / "missing" / "a.pdf")


async def test_file_with_contacts_replaces_the_one_without(services: Services, sandbox: Sandbox) -> None:
    short = await closed_resume(services)
    (closed,) = await read(services, short)
    without = await services.files.pdf(closed.value, DOWNLOAD)
    assert not without.with_contacts
    opened = await services.contacts.open(closed.value, consent())
    with_contacts = await services.files.pdf(opened.value, DOWNLOAD)
    assert with_contacts.with_contacts
    assert opened.value.last_name in with_contacts.name
    assert await services.files.pdf(opened.value, DOWNLOAD) == with_contacts
    assert len(await services.files.stored(short.id)) == 2
    assert sandbox.state()["requests"]["download-resume"] == 2
    assert len(sandbox.state()["paid"]) == 1


async def test_file_of_an_older_version_is_fetched_anew(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    services.context.now = lambda: now() - timedelta(days=1)
    await services.files.pdf(resume, DOWNLOAD)
    services.context.now = now
    sandbox.set(update_resume=resume.id)
    newer = next(found for found in shorts(await first_page(services, ALL)) if found.id == resume.id)
    await services.files.pdf(newer, DOWNLOAD)
    assert sandbox.state()["requests"]["download-resume"] == 2
    await services.files.pdf(newer, DOWNLOAD)
    assert sandbox.state()["requests"]["download-resume"] == 2


async def test_rtf(services: Services) -> None:
    (resume,) = await read(services, shorts(await first_page(services, ALL))[1])
    file = await services.files.document(resume.value, DocumentFormat.RTF, act("download_rtf"))
    assert file.name.endswith(".rtf")
    assert (await services.files.content(file)).startswith(b"{\\rtf")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("wrong_content", NotThatFormat),
        ("truncated_body", FileTruncated),
        ("cut_before", NoConnection),
        ("view_limit", ViewLimitReached),
        ("rate_429", TooManyRequests),
    ],
)
async def test_bad_download_keeps_nothing(
    services: Services, sandbox: Sandbox, fault: str, error: type[Exception]
) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    sandbox.fault(fault, "download-resume")
    with pytest.raises((error, FileTruncated) if fault == "cut_before" else error):
        await services.files.pdf(resume, DOWNLOAD)
    assert await services.files.stored(resume.id) == ()
    sandbox.clear_faults()
    assert (await services.files.pdf(resume, DOWNLOAD)).size > 0


async def test_no_link_no_download(services: Services) -> None:
    resume = ResumeShort(id=ResumeId("x"))
    assert (await services.files.cost(resume)).kind is CostKind.UNAVAILABLE
    with pytest.raises(NoDownload):
        await services.files.pdf(resume, DOWNLOAD)


async def test_cancelled_download(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    sandbox.hold("download-resume")
    loading = asyncio.create_task(services.files.pdf(resume, DOWNLOAD))
    await until(lambda: bool(sandbox.state()["waiting"]))
    loading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await loading
    # Its view is spent: the download goes on, a second click joins it, and what comes is kept.
    joining = asyncio.create_task(services.files.pdf(resume, DOWNLOAD))
    await asyncio.sleep(0)
    sandbox.release()
    file = await joining
    assert await services.files.stored(resume.id) == (file,)
    assert sandbox.state()["requests"]["download-resume"] == 1


async def test_a_download_that_the_person_stops_goes_on_no_more(services: Services, sandbox: Sandbox) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    sandbox.hold("download-resume")
    loading = asyncio.create_task(services.files.pdf(resume, DOWNLOAD))
    await until(lambda: bool(sandbox.state()["waiting"]))
    services.files.stop(resume.id)
    with pytest.raises(asyncio.CancelledError):
        await loading
    sandbox.release()
    assert await services.files.stored(resume.id) == ()
    assert (await services.files.pdf(resume, DOWNLOAD)).size
    assert sandbox.state()["requests"]["download-resume"] == 2
    services.files.stop(resume.id)


async def test_stored_file_is_given_offline(
    services: Services, open_services: OpenServices, sandbox: Sandbox
) -> None:
    resume = shorts(await first_page(services, ALL))[1]
    file = await services.files.pdf(resume, DOWNLOAD)
    await services.close()
    sandbox.fault("cut_before")
    again = await open_services()
    assert await again.files.pdf(resume, DOWNLOAD) == file
    assert (await again.files.content(file)).startswith(b"%PDF-")
