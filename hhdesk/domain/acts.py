"""A person's acts as values, so that the types say which calls may run unasked.

A traced call of `api/` takes an `Act`, a paid one a `Consent`; both are made in `gui/`, where the person
acted,
and travel down (through the outbox too). A silent call takes neither.
"""

from datetime import datetime

from hhdesk.domain.costs import Cost
from hhdesk.domain.values import Value


class Act(Value, frozen=True, kw_only=True):
    """A deliberate act: what was done (`open_resume`, `download_pdf`, …) and when."""

    name: str
    at: datetime


class Consent(Act, frozen=True, kw_only=True):
    """An act after a sentence that said what it costs."""

    cost: Cost
