"""Times of the sandbox: fixed at its start, in Moscow's zone, written as hh.ru writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

MOSCOW = timezone(timedelta(hours=3))


def started() -> datetime:
    """Now, to the second, in Moscow's zone."""
    return datetime.now(UTC).astimezone(MOSCOW).replace(microsecond=0)


def stamp(moment: datetime) -> str:
    """``2026-01-31T09:30:00+0300``."""
    return moment.strftime("%Y-%m-%dT%H:%M:%S%z")


def read_stamp(text: str) -> datetime:
    """A date (``YYYY-MM-DD``) or a date with time that a caller sent. Raises ValueError."""
    if len(text) == 10:
        return datetime.combine(date.fromisoformat(text), datetime.min.time(), MOSCOW)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=MOSCOW)


def months_back(day: date, months: int) -> date:
    """The first day of the month so many months before."""
    total = day.year * 12 + day.month - 1 - months
    return date(total // 12, total % 12 + 1, 1)
