"""Announcements of things that changed, for floors without Qt."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Announcer(Generic[T]):
    """Tells every listener what happened, at once and in the calling thread (the loop's)."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def listen(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Call `listener` at every announcement; returns the function that ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def announce(self, what: T) -> None:
        """Tell all; a listener may end itself while being told."""
        for listener in tuple(self._listeners):
            listener(what)
