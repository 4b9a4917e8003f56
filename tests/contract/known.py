"""What the specification leaves out or contradicts, each with its reason."""

from __future__ import annotations

PUBLIC_OPERATIONS = frozenset(
    (
        "authorize",
        "get-industries",
        "get-dictionaries",
        "get-professional-roles-dictionary",
        "get-languages",
        "get-locales",
        "get-all-districts",
        "get-metro-stations",
        "get-metro-stations-in-city",
        "get-positions-suggestions",
        "get-area-leaves-suggests",
        "get-fields-of-study-suggestions",
        "get-professional-roles-suggests",
        "get-educational-institutions-suggests",
        "get-vacancy-positions-suggests",
        "get-skill-set-suggests",
        "get-areas-suggests",
        "get-countries",
        "get-areas-from-specified",
        "get-areas",
        "get-vacancies",
        "get-vacancy",
        "get-vacancies-related-to-vacancy",
        "get-vacancies-similar-to-vacancy",
    )
)
"""Operations that answer without a token: the document demands one everywhere, its prose does not."""

GIVEN_BY_SERVER: dict[str, frozenset[str]] = {
    # resume.url of a response carries topic_id, get_with_contact.url with_contact: both only in examples.
    "get-resume": frozenset(("topic_id", "vacancy_id", "with_contact")),
    # Addresses of actions are given, not built: the sandbox's carry a query that nothing declares.
    "change-negotiation-action": frozenset(("funnel_key", "substate")),
}
"""Undeclared query names that addresses given by the server carry."""

REPEATABLE = frozenset(
    (
        "id",
        "text",
        "text.logic",
        "text.field",
        "text.period",
        "text.company_size",
        "text.industry",
        "area",
        "metro",
        "professional_role",
        "skill",
        "experience",
        "filter_exp_industry",
        "citizenship",
        "work_ticket",
        "driver_license_types",
        "business_trip_readiness",
        "job_search_status",
        "educational_institution",
        "language",
        "employment",
        "schedule",
        "label",
        "folder",
        "education_level",
        "education_levels",
        "district",
    )
)
"""Query names that may repeat: the document declares no array, its words name these."""

REPEATABLE_FIELDS = frozenset(("topic_id",))
"""Form fields that may repeat, again only in words."""

UNDECLARED_FIELDS: dict[str, frozenset[str]] = {
    # PUT /negotiations/{collection}/{nid} declares no body: actions[].arguments are the truth.
    "change-negotiation-action": frozenset(("message", "send_sms", "address_id")),
    # The invitation's arguments name address_id, its body does not.
    "invite-applicant-to-vacancy": frozenset(("address_id",)),
}
"""Form fields that the document forgets."""

UNDECLARED_STATUSES: dict[str, frozenset[int]] = {
    # The introduction demands HH-User-Agent and answers 400 without it; unknown names are 400 here.
    # Dictionaries have an ETag in practice; the document does not speak of it.
    "*": frozenset((304, 400, 403, 404, 429)),
}
"""Statuses that may come beside the declared ones; their bodies are not judged when none is declared."""

COMMON_ERRORS = frozenset(("oauth", "forbidden", "captcha_required", "bad_user_agent", "not_found"))
"""Types of errors that the introduction gives for every operation; single operations forget some."""

OLDER_ERRORS = frozenset(("resumes/no_available_service",))
"""Errors that stand in hh.ru's older documentation only, as type/value."""

UNDECLARED_NAMES: dict[str, str] = {
    "templates[].quick": "required by prose and in every example, declared nowhere",
    "test_result.type": "required, declared nowhere",
    "chat_states": "stands only in the examples of responses",
}
"""Names in answers that only examples or prose have, with the reason."""

CONTRADICTIONS: dict[tuple[str, str], str] = {
    (
        "get-negotiation-item",
        "url is not declared",
    ): "stands in the example; the list of a collection declares it",
}
"""Violations by operation and sentence where the specification contradicts itself, with the reason."""
