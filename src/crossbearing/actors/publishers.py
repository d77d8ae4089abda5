"""Which publisher an outlet belongs to, and which agency a byline names."""

import re
from functools import cache
from urllib.parse import urlsplit

from crossbearing.actors.names import fold, words
from crossbearing.actors.tables import document, rows

_DOMAIN = re.compile(r"^[\w-]+(\.[\w-]+)+$")


def _domain(outlet: str) -> str | None:
    """The host name of an address or bare domain, without "www."."""
    text = outlet.strip().casefold()
    host = urlsplit(text).hostname if "://" in text else text.split("/")[0]
    return host.removeprefix("www.") if host and _DOMAIN.match(host) else None


@cache
def _families() -> tuple[dict[tuple[str, ...], str], dict[str, str]]:
    by_name: dict[tuple[str, ...], str] = {}
    by_domain: dict[str, str] = {}
    for row in rows("publishers.csv"):
        for outlet in row["outlets"].split("|"):
            domain = _domain(outlet)
            if domain:
                by_domain[domain] = row["family"]
            else:
                by_name[_outlet_key(outlet)] = row["family"]
    return by_name, by_domain


def _outlet_key(outlet: str) -> tuple[str, ...]:
    """What outlets are compared by: unlike parties they keep their Arabic article ("Sabah" is not "Al-Sabah")."""
    return tuple(w for w in words(fold(outlet)) if w != "the")


def publisher_family(outlet: str) -> str:
    """Return the publisher an outlet belongs to, from the table; an outlet that is not there is its own family.

    Names are matched whole, never by a part, so that "Daily Star" of one city never becomes another's. Addresses are
    matched by their host name, longest known domain first.

    >>> publisher_family("BBC Arabic") == publisher_family("https://www.bbc.co.uk/news/1")
    True
    >>> publisher_family("Evening Chronicle of Nowhere")
    'evening-chronicle-of-nowhere'
    """
    by_name, by_domain = _families()
    domain = _domain(outlet)
    if domain:
        parts = domain.split(".")
        for at in range(len(parts) - 1):
            family = by_domain.get(".".join(parts[at:]))
            if family:
                return family
        return domain
    return by_name.get(_outlet_key(outlet)) or "-".join(_outlet_key(outlet)) or outlet


@cache
def _agency_marks() -> tuple[tuple[re.Pattern[str], str], ...]:
    table: dict[str, list[str]] = document("agencies.yaml")
    return tuple(
        (re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, marks))})(?!\w|['’](?!s\b)\w)"), name)
        for name, marks in table.items()
    )


def agency_of(byline: str) -> str | None:
    """Return the name of the wire agency that a byline, dateline or credit names first, or null.

    >>> agency_of("GAZIANTEP, Turkey (Reuters) -"), agency_of("By Jane Doe, AP"), agency_of("By Jane Doe")
    ('Reuters', 'Associated Press', None)
    """
    found = [(match.start(), name) for mark, name in _agency_marks() if (match := mark.search(byline))]
    return min(found)[1] if found else None
