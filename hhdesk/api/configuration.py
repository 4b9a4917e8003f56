"""How the client reaches hh.ru: addresses, who asks, and the limits of time and size."""

from msgspec import Struct, field

API_URL = "https://api.hh.ru"
SITE_URL = "https://hh.ru"


class TimeLimits(Struct, frozen=True):
    """Seconds. `total` ends an exchange that drips; the file has its own, since it may be long."""

    connect: float = 10.0
    read: float = 30.0
    write: float = 30.0
    pool: float = 60.0
    total: float = 60.0
    total_file: float = 600.0


class SizeLimits(Struct, frozen=True):
    """Bytes of a decompressed body."""

    json: int = 16 * 1024 * 1024
    file: int = 64 * 1024 * 1024
    picture: int = 8 * 1024 * 1024


class ApiConfiguration(Struct, frozen=True):
    """Where hh.ru is and how to talk to it. `contact` is the mail address that hh.ru demands."""

    api_url: str = API_URL
    site_url: str = SITE_URL
    contact: str = ""
    version: str = ""
    locale: str = "RU"
    host: str = "hh.ru"
    manager_account: str | None = None
    """Travels in X-Manager-Account-Id."""
    time_limits: TimeLimits = field(default_factory=TimeLimits)
    size_limits: SizeLimits = field(default_factory=SizeLimits)
    concurrency: int = 6
    """Requests at once: httpx costs about a millisecond of CPU each, more brings nothing."""
    file_concurrency: int = 2
    """Files at once, beside the requests: a few long downloads hold up nobody."""
    repeats: int = 2
    """How often a silent read is repeated."""
    first_pause: float = 0.5
    """Seconds before the first repeat; doubled for each further one, with jitter."""
    longest_pause: float = 30.0
    """Seconds: a longer Retry-After is told instead of waited for."""

    @property
    def user_agent(self) -> str:
        """`hhdesk/VERSION (contact)`, for both headers. Only printable ASCII can travel."""
        contact = "".join(letter for letter in self.contact if " " <= letter <= "~" and letter not in "()")
        return f"hhdesk/{self.version} ({contact})"
