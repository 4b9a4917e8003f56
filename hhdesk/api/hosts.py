"""Which hosts may see the token.

The list holds hh.ru, its national sites and their subdomains. Subdomains are in, since hh.ru serves its API
(api.hh.ru) and its regional sites (spb.hh.ru, almaty.hh.kz) from them and redirects downloads between them;
every name below these domains is HeadHunter's own. Pictures and portfolios lie on CDNs (hhcdn.ru), which
are not on the list: they need no token. Only https on its usual port counts, so that neither a downgrade
nor another service on the same host gets the token. The configured overrides (`HHDESK_API_URL`,
`HHDESK_SITE_URL`) count by scheme, host and port.
"""

from urllib.parse import urlsplit

SITES = ("hh.ru", "rabota.by", "hh1.az", "hh.uz", "hh.kz", "headhunter.ge", "headhunter.kg")
"""hh.ru and its national sites. Source: the enumeration of the parameter `host`."""

_USUAL_PORTS = {"https": 443, "http": 80}

Origin = tuple[str, str, int]
"""Scheme, host and port."""


def origin(url: str) -> Origin | None:
    """Where a url leads to; None for one that is no http(s) address, or that carries a user name."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = (parts.hostname or "").lower().rstrip(".")
    if parts.scheme not in _USUAL_PORTS or not host or "@" in parts.netloc or "\\" in url:
        return None
    return parts.scheme, host, port if port is not None else _USUAL_PORTS[parts.scheme]


class AllowList:
    """The hosts that may see the token: hh.ru's and the configured overrides."""

    def __init__(self, *overrides: str) -> None:
        self._configured = frozenset(place for url in overrides if (place := origin(url)) is not None)

    def may_see_token(self, url: str) -> bool:
        """Whether a request to `url` may carry Authorization."""
        place = origin(url)
        if place is None:
            return False
        scheme, host, port = place
        ours = any(host == site or host.endswith("." + site) for site in SITES)
        return place in self._configured or (ours and scheme == "https" and port == 443)

    def may_be_visited(self, url: str) -> bool:
        """Whether a request without the token may go to `url`: any https address, and the overrides."""
        place = origin(url)
        return place is not None and (place[0] == "https" or place in self._configured)
