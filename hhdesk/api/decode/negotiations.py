"""Responses and invitations.

Source: get-negotiations, get-collection-negotiations-list, get-negotiation-item,
get-negotiation-message-templates.
"""

from collections.abc import Iterable

from hhdesk.api.decode.primitives import (
    Flag,
    Id,
    Items,
    Moment,
    Number,
    Text,
    Wire,
    WireNamed,
    all_named,
    answer,
    decoded,
    identifier,
    items,
    moment,
    named,
    page,
    row,
    whole,
)
from hhdesk.api.decode.resume_wire import WireResumeShort
from hhdesk.api.decode.resumes import short
from hhdesk.domain.identity import ChatId, NegotiationId, VacancyId
from hhdesk.domain.negotiations import (
    Action,
    Argument,
    Collection,
    Collections,
    Counters,
    Letter,
    OrderType,
    Response,
    SubAction,
    Template,
)
from hhdesk.domain.values import Answer, Page, Row


class WireArgument(Wire, frozen=True, kw_only=True):
    id: Id
    required: Flag = None
    required_arguments: Items = None


class WireTemplate(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    url: Text = None
    quick: Flag = None


class WireSubAction(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    method: Text = None
    url: Text = None


class WireAction(Wire, frozen=True, kw_only=True):
    """An act. Its arguments are decoded with it: an act that is only half understood is not offered."""

    id: Id
    name: Text = None
    method: Text = None
    url: Text = None
    enabled: Flag = None
    hidden: Flag = None
    arguments: list[WireArgument | None] | None = None
    templates: Items = None
    sub_actions: Items = None
    resulting_employer_state: WireNamed | None = None


class WireCounters(Wire, frozen=True, kw_only=True):
    total: Number = None
    with_updates: Number = None
    messages: Number = None
    unread_messages: Number = None


class WireCollection(Wire, frozen=True, kw_only=True):
    id: Id
    name: Text = None
    description: Text = None
    url: Text = None
    hidden: Flag = None
    counters: WireCounters | None = None
    order_types: Items = None
    sub_collections: Items = None


class WireCollections(Wire, frozen=True, kw_only=True):
    collections: Items = None
    generated_collections: Items = None
    employer_states: Items = None


class WireSubstate(Wire, frozen=True, kw_only=True):
    name: Text = None


class WireFunnelStage(Wire, frozen=True, kw_only=True):
    substate: WireSubstate | None = None


class WireSurvey(Wire, frozen=True, kw_only=True):
    text: Text = None


class WireChatBot(Wire, frozen=True, kw_only=True):
    auto_survey: WireSurvey | None = None


class WireTestResult(Wire, frozen=True, kw_only=True):
    score: Number = None
    mark: Text = None


class WireVacancyOf(Wire, frozen=True, kw_only=True):
    id: Id | None = None


class WireResponse(Wire, frozen=True, kw_only=True):
    id: Id
    vacancy: WireVacancyOf | None = None
    created_at: Moment = None
    updated_at: Moment = None
    state: WireNamed | None = None
    employer_state: WireNamed | None = None
    funnel_stage: WireFunnelStage | None = None
    has_updates: Flag = None
    viewed_by_opponent: Flag = None
    source: Text = None
    resume: WireResumeShort | None = None
    actions: Items = None
    chat_id: Id | None = None
    counters: WireCounters | None = None
    messages_url: Text = None
    messaging_status: Text = None
    applicant_question_state: Flag = None
    test_result: WireTestResult | None = None
    chat_bot: WireChatBot | None = None


class WireLetterText(Wire, frozen=True, kw_only=True):
    text: Text = None
    employer_state: Text = None


class WireLetter(Wire, frozen=True, kw_only=True):
    mail: WireLetterText | None = None
    sms: WireLetterText | None = None


def collections(body: bytes, vacancy_id: VacancyId) -> Collections:
    """The lists of responses of one vacancy, as hh.ru names and counts them."""
    return _collections(decoded(body, WireCollections), vacancy_id)


def collections_answer(body: bytes, vacancy_id: VacancyId) -> Answer[Collections]:
    """The lists of responses of one vacancy with their bytes."""
    return answer(body, WireCollections, lambda wire: _collections(wire, vacancy_id))


def response_page(body: bytes) -> Page[Response]:
    """One page of a collection. An item without a resume is a person who withdrew it."""
    return page(body, WireResponse, _response)


def response(body: bytes) -> Response:
    """One response."""
    return _response(decoded(body, WireResponse))


def response_answer(body: bytes) -> Answer[Response]:
    """One response with its bytes."""
    return answer(body, WireResponse, _response)


def response_row(body: bytes) -> Row[Response]:
    """One stored item of a collection, readable or not."""
    return row(body, WireResponse, _response)


def letter(body: bytes) -> Letter:
    """The texts of a template; the one for SMS may be missing."""
    wire = decoded(body, WireLetter)
    mail, sms = wire.mail or WireLetterText(), wire.sms or WireLetterText()
    return Letter(
        mail=mail.text or "",
        sms=sms.text or "",
        employer_state=mail.employer_state or sms.employer_state or "",
    )


def actions(wires: Iterable[WireAction]) -> tuple[Action, ...]:
    """Acts as hh.ru offers them; one without an address, its own or of a sub-action, cannot be done."""
    made = (_action(wire) for wire in wires)
    return tuple(action for action in made if action.url or action.sub_actions)


def _action(wire: WireAction) -> Action:
    return Action(
        id=identifier(wire.id),
        name=wire.name or identifier(wire.id),
        method=(wire.method or "PUT").upper(),
        url=wire.url or "",
        # The specification demands the field; where it is missing, hh.ru will say no itself.
        enabled=wire.enabled is not False,
        hidden=bool(wire.hidden),
        arguments=tuple(_argument(item) for item in wire.arguments or () if item is not None),
        templates=tuple(
            Template(
                id=identifier(item.id),
                name=item.name or identifier(item.id),
                url=item.url or "",
                quick=bool(item.quick),
            )
            for item in items(wire.templates, WireTemplate, "$.actions.templates")
        ),
        sub_actions=tuple(
            SubAction(
                id=identifier(item.id),
                name=item.name or identifier(item.id),
                method=(item.method or "PUT").upper(),
                url=item.url or "",
            )
            for item in items(wire.sub_actions, WireSubAction, "$.actions.sub_actions")
            if item.url
        ),
        resulting_state=named(wire.resulting_employer_state),
    )


def _argument(wire: WireArgument) -> Argument:
    companions = items(wire.required_arguments, WireNamed, "$.actions.arguments.required_arguments")
    return Argument(
        id=identifier(wire.id),
        required=bool(wire.required),
        required_arguments=tuple(identifier(item.id) for item in companions if item.id is not None),
    )


def _collections(wire: WireCollections, vacancy_id: VacancyId) -> Collections:
    return Collections(
        vacancy_id=vacancy_id,
        collections=_several(wire.collections, "$.collections"),
        generated=_several(wire.generated_collections, "$.generated_collections", generated=True),
        employer_states=all_named(wire.employer_states, "$.employer_states"),
    )


def _several(raws: Items, path: str, *, generated: bool = False) -> tuple[Collection, ...]:
    return tuple(
        Collection(
            id=identifier(item.id),
            name=item.name or identifier(item.id),
            description=item.description or "",
            url=item.url or "",
            hidden=bool(item.hidden),
            counters=_counters(item.counters),
            order_types=tuple(
                OrderType(
                    id=identifier(order.id), name=order.name or identifier(order.id), url=order.url or ""
                )
                for order in items(item.order_types, WireTemplate, f"{path}.order_types")
            ),
            children=_several(item.sub_collections, f"{path}.sub_collections", generated=generated),
            generated=generated,
        )
        for item in items(raws, WireCollection, path)
    )


def _counters(wire: WireCounters | None) -> Counters:
    if wire is None:
        return Counters()
    return Counters(total=whole(wire.total) or 0, with_updates=whole(wire.with_updates) or 0)


def _response(wire: WireResponse) -> Response:
    counters = wire.counters or WireCounters()
    substate = wire.funnel_stage.substate if wire.funnel_stage else None
    survey = wire.chat_bot.auto_survey if wire.chat_bot else None
    test = wire.test_result or WireTestResult()
    vacancy = wire.vacancy.id if wire.vacancy else None
    return Response(
        id=NegotiationId(identifier(wire.id)),
        vacancy_id=None if vacancy is None else VacancyId(identifier(vacancy)),
        created_at=moment(wire.created_at),
        updated_at=moment(wire.updated_at),
        state=named(wire.state),
        employer_state=named(wire.employer_state),
        substage=(substate.name if substate else None) or "",
        tells_substage=wire.funnel_stage is not None,
        has_updates=bool(wire.has_updates),
        viewed_by_opponent=bool(wire.viewed_by_opponent),
        source=wire.source or "",
        resume=None if wire.resume is None else short(wire.resume),
        actions=actions(items(wire.actions, WireAction, "$.actions")),
        chat_id=None if wire.chat_id is None else ChatId(identifier(wire.chat_id)),
        messages=whole(counters.messages) or 0,
        unread_messages=whole(counters.unread_messages) or 0,
        messages_url=wire.messages_url or "",
        messaging_status=wire.messaging_status or "",
        applicant_question=bool(wire.applicant_question_state),
        test_score=whole(test.score),
        test_mark=test.mark or "",
        survey=(survey.text if survey else None) or "",
    )
