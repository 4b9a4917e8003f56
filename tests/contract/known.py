"""What the specification leaves out or contradicts, each with its reason."""

from __future__ import annotations

PUBLIC_OPERATIONS = frozenset(
    (
        "authorize", "get-industries", "get-dictionaries", "get-professional-roles-dictionary", "get-languages",
        "get-locales", "get-all-districts", "get-metro-stations", "get-metro-stations-in-city",
        "get-positions-suggestions", "get-area-leaves-suggests", "get-fields-of-study-suggestions",
        "get-professional-roles-suggests", "get-educational-institutions-suggests",
        "get-vacancy-positions-suggests", "get-skill-set-suggests", "get-areas-suggests", "get-countries",
        "get-areas-from-specified", "get-areas", "get-vacancies", "get-vacancy",
        "get-vacancies-related-to-vacancy", "get-vacancies-similar-to-vacancy",
    )
)  # fmt: skip
"""Operations that answer without a token: the document demands one everywhere, its prose does not."""
