"""Whether hhdesk may talk to hh.ru now, and as whom. Source: get-current-user-info,
get-payable-api-method-access."""

from enum import StrEnum

from hhdesk.domain.account import Me, MethodAccess, Quota
from hhdesk.domain.values import Value


class ConnectionState(StrEnum):
    """opening, then not_set_up → signed_out → signing_in → signed_in ⇄ session_lost."""

    OPENING = "opening"
    """The store is open and the keyring is still asked: what is stored can be shown, nobody can be asked."""

    NOT_SET_UP = "not_set_up"
    """No registered application is known: id, secret and contact address are missing."""
    SIGNED_OUT = "signed_out"
    SIGNING_IN = "signing_in"
    """The browser is open; hhdesk waits for the person to come back."""
    SIGNED_IN = "signed_in"
    SESSION_LOST = "session_lost"
    """hh.ru takes the tokens no more: what is stored stays readable, unsent work is kept, one click signs
    in."""


class KeyringKind(StrEnum):
    """Where secrets are kept."""

    KEYRING = "keyring"
    MEMORY = "memory"
    """No system keyring: until the program ends."""


class Connection(Value, frozen=True, kw_only=True):
    """The connection as people see it."""

    state: ConnectionState = ConnectionState.NOT_SET_UP
    me: Me | None = None
    """Who is signed in, or was when the session was lost."""
    keyring: KeyringKind = KeyringKind.MEMORY
    redirect_uri: str = ""
    """The address to register with hh.ru."""
    client_id: str = ""
    """The registered application; its secret is never shown."""
    error: str = ""
    """Class name of the HhdeskError that ended the session or the last sign-in; gui/sentences words it."""
    manager_account: str = ""
    """The chosen manager account; empty is hh.ru's primary one."""

    @property
    def can_ask(self) -> bool:
        """Whether calls to hh.ru may be made."""
        return self.state is ConnectionState.SIGNED_IN


class Probe(Value, frozen=True, kw_only=True):
    """What this account may do, as hh.ru says; `quota` and `access` are None where hh.ru does not tell."""

    me: Me
    quota: Quota | None = None
    access: tuple[MethodAccess, ...] | None = None

    @property
    def missing_access(self) -> tuple[MethodAccess, ...]:
        """Groups of paid methods that this employer has not bought."""
        return tuple(group for group in self.access or () if not group.has_access)
