"""What every use case needs: the two floors below, who works, and the clock."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, field

from hhdesk.domain.account import Me
from hhdesk.domain.errors import NotSignedIn
from hhdesk.domain.identity import EmployerId
from hhdesk.services.keeping import Keeping

if TYPE_CHECKING:
    from hhdesk.api.client import HhApi
    from hhdesk.store.store import Store


def now() -> datetime:
    """The present moment, aware, in the computer's time zone."""
    return datetime.now().astimezone()


class Context(Struct):
    """Shared by the use cases of one account; replaced parts (another account) are seen by all."""

    api: "HhApi"
    store: "Store"
    me: Me | None = None
    """Whose these are; None before the first sign-in."""
    now: Callable[[], datetime] = now
    keeping: Keeping = field(default_factory=Keeping)
    """The way of answers into the store."""

    @property
    def employer(self) -> EmployerId:
        """The employer of the signed-in manager.

        Raises:
            NotSignedIn: nobody is known yet.
        """
        if self.me is None or self.me.employer_id is None:
            raise NotSignedIn
        return self.me.employer_id
