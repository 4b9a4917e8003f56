"""Moments as the store keeps them: whole microseconds since 1970, UTC. They sort and compare as numbers."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(moment: datetime) -> int:
    """`moment` (aware) as the store's number."""
    return (moment - _EPOCH) // _MICROSECOND


def moment(number: int) -> datetime:
    """The store's number as an aware UTC moment."""
    return _EPOCH + number * _MICROSECOND


def micros_or_none(when: datetime | None) -> int | None:
    return None if when is None else micros(when)


def moment_or_none(number: int | None) -> datetime | None:
    return None if number is None else moment(number)
