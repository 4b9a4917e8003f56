"""Working the responses to a vacancy: hh.ru's collections, its acts, and the letters that go with them."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import structs

from hhdesk.domain.acts import Act
from hhdesk.domain.identity import ChatId, NegotiationId, PersonId, ResumeId, VacancyId
from hhdesk.domain.listing import ListedResponse, ResponseList
from hhdesk.domain.negotiations import Action, Collection, Collections, OrderType, Response, SubAction
from hhdesk.domain.outbox import OutboxEntry, OutboxState, WriteKind
from hhdesk.domain.resumes import Resume, ResumeShort
from hhdesk.domain.values import Aged, Row, Unreadable
from hhdesk.services.context import Context
from hhdesk.services.drafts import ActDraft
from hhdesk.services.outbox import Outbox

if TYPE_CHECKING:
    from hhdesk.services.resumes import ResumeReader
    from hhdesk.services.settings import Settings
    from hhdesk.store.negotiations import KeptNegotiation

ResponseValue = Response | Unreadable

_OWN = frozenset({WriteKind.CHAT_MESSAGE, WriteKind.ACTION})
_CLOCKS_APART = timedelta(minutes=1)
"""hh.ru's clock and this computer's may differ by this much."""


class Responses:
    """Lists are silent; opening a resume follows an act; every act of hh.ru's goes through the outbox."""

    def __init__(
        self, context: Context, outbox: Outbox, reader: "ResumeReader", settings: "Settings"
    ) -> None:
        self._context = context
        self._outbox = outbox
        self._reader = reader
        self._settings = settings

    async def collections(self, vacancy: VacancyId) -> AsyncIterator[Aged[Collections]]:
        """hh.ru's lists for a vacancy with their counters. Source: get-negotiations."""
        from hhdesk.api import decode

        store = self._context.store.negotiations
        kept = await store.collections(vacancy)
        if kept is not None:
            value = decode.collections(kept.body, vacancy)
            yield Aged(value=value, fetched_at=kept.fetched_at, from_store=True)
        answer = await self._context.api.negotiations.collections(vacancy)
        moment = self._context.now()
        await self._context.keeping.keep(lambda: store.keep_collections(vacancy, answer.body, moment))
        yield Aged(value=answer.value, fetched_at=moment)

    async def listing(
        self, vacancy: VacancyId, collection: Collection, order: OrderType | None = None
    ) -> AsyncIterator[ResponseList]:
        """One collection of a vacancy: what is stored, then its first page from hh.ru.

        Args:
            order: one of the collection's own order types; its url is followed as given.

        Source: get-collection-negotiations-list.
        """
        url = order.url if order is not None else collection.url
        empty = ResponseList(
            vacancy_id=vacancy, collection_id=collection.id, url=url, fetched_at=self._context.now()
        )
        stored = await self._stored(empty)
        if stored is not None:
            yield stored
        yield await self._fetch(empty)

    async def more(self, listing: ResponseList) -> ResponseList:
        """The list with its next page; an item that comes twice is kept once."""
        if not listing.has_more:
            return listing
        return await self._fetch(listing)

    async def of_resume(self, resume: ResumeId) -> tuple[Response, ...]:
        """The kept responses with this resume, newest first. No call is made."""
        return self._kept(await self._context.store.negotiations.of_resume(resume))

    async def of_person(self, person: PersonId) -> tuple[Response, ...]:
        """The kept responses of a person with any resume, the one made last first. No call is made."""
        found = self._kept(await self._context.store.negotiations.of_person(person))
        long_ago = datetime.min.replace(tzinfo=UTC)
        return tuple(sorted(found, key=lambda one: one.created_at or long_ago, reverse=True))

    @staticmethod
    def _kept(kept: Iterable["KeptNegotiation"]) -> tuple[Response, ...]:
        from hhdesk.api import decode

        found = []
        for one in kept:
            value = decode.response_row(one.body).value
            if isinstance(value, Response):
                found.append(structs.replace(value, vacancy_id=value.vacancy_id or one.vacancy_id))
        return tuple(found)

    def overlay(self, listing: ResponseList) -> ResponseList:
        """The same list with the intents of this moment laid over it."""
        pending = self._pending()
        rows = tuple(structs.replace(row, pending=pending.get(row.key, ())) for row in listing.rows)
        return structs.replace(listing, rows=rows)

    async def open_resume(self, response: Response, act: Act) -> AsyncIterator[Aged[Resume]]:
        """The resume behind a response, by its url as given: it carries topic_id and marks as read."""
        if response.resume is None:
            return
        async for aged in self._reader.open(response.resume, act):
            yield aged

    def draft(
        self,
        response: Response,
        action: Action,
        sub_action: SubAction | None = None,
        *,
        vacancy_name: str = "",
    ) -> ActDraft:
        """An act on a response, to be filled in; the vacancy's name is for the outbox to show."""
        return ActDraft(action=action, sub_action=sub_action, response=response, vacancy_name=vacancy_name)

    async def submit(self, draft: ActDraft, act: Act) -> OutboxEntry:
        """Keep the act in the outbox; the person's rejection waits longer than all others."""
        return (await self.submit_all((draft,), act))[0]

    async def submit_all(self, drafts: Iterable[ActDraft], act: Act) -> tuple[OutboxEntry, ...]:
        """Keep what was decided for many by one act: for everybody, or for nobody where that fails.

        Raises:
            StoreTrouble: none was kept, and none will be sent.
        """
        return await self._outbox.add_all(
            draft.intent(act, is_rejection=draft.action.id == self.rejection) for draft in drafts
        )

    @property
    def rejection(self) -> str | None:
        """Id of the act that the person bound as their rejection, None before the first use."""
        return self._settings.preferences.rejection_action

    async def bind_rejection(self, action: Action) -> None:
        """Make `action` the rejection of this account: the code knows no id of hh.ru's."""
        await self._settings.change(rejection_action=action.id, rejection_name=action.name)

    async def _stored(self, empty: ResponseList) -> ResponseList | None:
        from hhdesk.api import decode

        kept = await self._context.store.negotiations.list(empty.url)
        if kept is None:
            return None
        values = await asyncio.to_thread(lambda: [decode.response_row(body).value for body in kept.bodies])
        return structs.replace(
            empty,
            rows=await self._listed(empty, values),
            found=kept.found,
            hidden=kept.hidden,
            pages_loaded=kept.pages_loaded,
            pages=kept.pages,
            fetched_at=kept.fetched_at,
            from_store=True,
        )

    async def _fetch(self, before: ResponseList) -> ResponseList:
        """`before` with its next page from hh.ru, kept before it is shown."""
        number = before.pages_loaded
        page = await self._context.api.negotiations.page(before.url, page=number)
        moment = self._context.now()
        rows = [_of_vacancy(row, before.vacancy_id) for row in page.rows]
        store = self._context.store.negotiations
        await self._context.keeping.keep(
            lambda: store.keep_page(before.url, number, rows, page.found, page.pages, page.hidden, moment)
        )
        fresh = await self._listed(before, [row.value for row in rows])
        return structs.replace(
            before,
            rows=(*before.rows, *_once(fresh, {row.key for row in before.rows})),
            found=page.found,
            hidden=page.hidden,
            pages_loaded=number + 1,
            pages=page.pages,
            fetched_at=moment,
            from_store=False,
        )

    async def _listed(
        self, before: ResponseList, values: Sequence[ResponseValue]
    ) -> tuple[ListedResponse, ...]:
        """Rows for `values`, with what hhdesk knows."""
        responses = [value for value in values if isinstance(value, Response)]
        copies = await self._copies([v.id for v in responses if v.resume is None])
        known = {v.id: resume for v in responses if (resume := v.resume or copies.get(v.id)) is not None}
        marks = await self._context.store.resumes.marks([resume.id for resume in known.values()])
        letters = await self._letters([v.chat_id for v in responses if v.chat_id is not None])
        pending, written = self._pending(), self._written()
        rows = []
        for place, value in enumerate(values, start=len(before.rows)):
            if isinstance(value, Unreadable):
                rows.append(ListedResponse(key=f"?{place}", response=value))
                continue
            new = value.has_updates and not is_own_update(value, written.get(value.id))
            vacancy = value.vacancy_id or before.vacancy_id
            mark = marks.get(known[value.id].id) if value.id in known else None
            rows.append(
                ListedResponse(
                    key=value.id,
                    response=structs.replace(value, vacancy_id=vacancy, has_updates=new),
                    pending=pending.get(value.id, ()),
                    read_here=mark is not None and mark.read_at is not None,
                    letter=letters.get(value.chat_id, "") if value.chat_id is not None else "",
                    stored_resume=copies.get(value.id),
                )
            )
        return tuple(rows)

    async def _letters(self, chats: Sequence[ChatId]) -> dict[ChatId, str]:
        """The first words of those conversations that were read: the list itself does not carry them."""
        from hhdesk.api import decode

        bodies = await self._context.store.chats.bodies(chats) if chats else {}

        def read() -> dict[ChatId, str]:
            letters = {chat: decode.chat(body).letter for chat, body in bodies.items()}
            return {chat: letter.text for chat, letter in letters.items() if letter is not None}

        return await asyncio.to_thread(read) if bodies else {}

    async def _copies(self, ghosts: Sequence[NegotiationId]) -> dict[NegotiationId, ResumeShort]:
        """The resumes as these responses still had them, before the people withdrew them."""
        from hhdesk.api import decode

        bodies = await self._context.store.negotiations.resume_bodies(ghosts) if ghosts else {}
        found = {one: decode.response_row(body).value for one, body in bodies.items()}
        return {
            one: value.resume
            for one, value in found.items()
            if isinstance(value, Response) and value.resume is not None
        }

    def _written(self) -> dict[str, datetime]:
        """When our last message to each, or act on them, was known to be with hh.ru, of those of late."""
        return {
            one.intent.negotiation_id: one.changed_at
            for one in reversed(self._outbox.entries)
            if one.intent.negotiation_id is not None
            and one.intent.kind in _OWN
            and one.state is OutboxState.SETTLED
        }

    def _pending(self) -> dict[str, tuple[OutboxEntry, ...]]:
        found: dict[str, tuple[OutboxEntry, ...]] = {}
        for entry in self._outbox.open_entries:
            negotiation: NegotiationId | None = entry.intent.negotiation_id
            if negotiation is not None:
                found[negotiation] = (*found.get(negotiation, ()), entry)
        return found


def is_own_update(response: Response, written: datetime | None) -> bool:
    """Whether what hh.ru calls an update is our own word or act, settled at `written`, no answer to it."""
    if written is None or response.updated_at is None or response.unread_messages:
        return False
    return response.has_updates and response.updated_at <= written + _CLOCKS_APART


def _of_vacancy(row: Row[Response], vacancy: VacancyId) -> Row[Response]:
    """hh.ru leaves the vacancy out of its own lists."""
    if isinstance(row.value, Unreadable) or row.value.vacancy_id is not None:
        return row
    return structs.replace(row, value=structs.replace(row.value, vacancy_id=vacancy))


def _once(rows: Iterable[ListedResponse], known: set[str]) -> Iterable[ListedResponse]:
    """Rows whose key did not come before: pages shift while they are walked."""
    for row in rows:
        if row.key not in known:
            known.add(row.key)
            yield row
