"""Publication dates as files give them."""

import datetime as dt
import email.utils
import re

ISO_BEGINNING = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")


def publication_date(given: str) -> dt.date | None:
    """Return the day that an ISO 8601 or RFC 5322 date names, in the date's own time zone; null for anything else.

    Orders that mean different days to different people ("06/10/2011") are not guessed.

    >>> publication_date("2011-06-10T23:30:00-05:00"), publication_date("Fri, 10 Jun 2011 08:00:00 +0300")
    (datetime.date(2011, 6, 10), datetime.date(2011, 6, 10))
    >>> publication_date("06/10/2011")
    """
    iso = ISO_BEGINNING.match(given)
    try:
        if iso:
            return dt.date(*(int(part) for part in iso.groups()))
        if len(given) < 64:
            return email.utils.parsedate_to_datetime(given).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return None
