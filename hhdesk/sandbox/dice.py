"""Deterministic choices that are cheap to seed: a resume is drawn from its index whenever it is needed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Dice:
    """A splitmix64 generator seeded by a few numbers; the same numbers always give the same throws."""

    __slots__ = ("_state",)

    def __init__(self, *seeds: int) -> None:
        state = 0x9E3779B97F4A7C15
        for seed in seeds:
            state = (state ^ (seed + 0x632BE59BD9B4E019)) * 0xBF58476D1CE4E5B9 & _MASK
            state ^= state >> 29
        self._state = state

    def below(self, limit: int) -> int:
        """A number from 0 to ``limit - 1``."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        value = self._state
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9 & _MASK
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB & _MASK
        return (value ^ (value >> 31)) % limit

    def between(self, low: int, high: int) -> int:
        """A number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def chance(self, percent: int) -> bool:
        """True in ``percent`` cases of a hundred."""
        return self.below(100) < percent

    def pick(self, values: Sequence[T]) -> T:
        """One of the values."""
        return values[self.below(len(values))]

    def some(self, values: Sequence[T], count: int) -> list[T]:
        """``count`` different values (all of them when there are fewer), in a shuffled order."""
        rest = list(values)
        chosen: list[T] = []
        while rest and len(chosen) < count:
            chosen.append(rest.pop(self.below(len(rest))))
        return chosen
