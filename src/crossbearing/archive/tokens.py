"""Tokens of RFC 3161: asking an authority for one, and checking one against the authority's certificates."""

import datetime as dt
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

PATIENCE = 30.0
"""Seconds to wait for an authority."""

LARGEST = 2**20
"""Bytes of an answer at most: tokens have a few thousand."""


class NoAnswerError(Exception):
    """An authority could not be reached, or gave no token."""


def ask(authority: str, message: bytes, trusted: bytes | None = None) -> bytes:
    """Return a token (DER) by which an authority, named by its URL, confirms that it has seen the digest of a message.

    Only the SHA-256 of the message is sent. The token is checked before it is returned: that it is about this message
    and an answer to this request, and, with the certificates of `trusted` (PEM), that the authority signed it. Raises
    `NoAnswerError` where no such token is to be had.
    """
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    if urlsplit(authority).scheme not in {"http", "https"}:
        raise NoAnswerError(f"{authority} is no address of an authority: it begins with http:// or https://")
    asked = TimestampRequestBuilder().data(message).hash_algorithm(HashAlgorithm.SHA256).build()
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    request = Request(authority, asked.as_bytes(), headers)  # noqa: S310 - http and https alone, see above
    try:
        with urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 - as above
            token: bytes = answer.read(LARGEST)
    except HTTPException as error:  # what answers is no web server, or the address is no address
        raise NoAnswerError(f"{authority} cannot be asked ({error!r})") from error
    except (URLError, OSError, ValueError) as error:
        raise NoAnswerError(f"{authority} cannot be reached ({getattr(error, 'reason', error)})") from error
    try:
        answered = _decoded(token)
        if answered.tst_info.nonce != asked.nonce:
            raise NoAnswerError(f"{authority} answered another request")
        check(token, message, trusted)
    except ValueError as error:
        raise NoAnswerError(f"{authority} gave no token that can be used ({error})") from error
    return token


def time_of(token: bytes) -> dt.datetime:
    """Return when an authority says that it has seen what a token stamps, in UTC. Raises `ValueError` if damaged."""
    return _decoded(token).tst_info.gen_time.replace(tzinfo=dt.UTC)


def check(token: bytes, message: bytes, trusted: bytes | None = None) -> None:
    """Raise `ValueError` unless a token stamps this message and, where certificates are given, is signed under them."""
    import hashlib

    imprint = _decoded(token).tst_info.message_imprint
    if imprint.message != hashlib.sha256(message).digest():
        raise ValueError("it stamps something else")
    if trusted is not None:
        _check_signature(token, message, trusted)


def _check_signature(token: bytes, message: bytes, trusted: bytes) -> None:
    from cryptography.x509 import load_pem_x509_certificates
    from rfc3161_client import VerificationError, VerifierBuilder

    builder = VerifierBuilder()
    for certificate in load_pem_x509_certificates(trusted):
        builder = (
            builder.add_root_certificate(certificate) if certificate.issuer == certificate.subject
            else builder.add_intermediate_certificate(certificate)
        )
    try:
        builder.build().verify_message(_decoded(token), message)
    except VerificationError as error:
        raise ValueError(f"no trusted authority signed it: {error}") from error


def _decoded(token: bytes) -> "TimeStampResponse":
    from rfc3161_client import decode_timestamp_response

    answer = decode_timestamp_response(token)
    if answer.status > 1:  # granted, or granted with modifications (RFC 3161 2.4.2)
        raise ValueError(f"the authority refused: {', '.join(answer.status_string) or answer.status}")
    return answer
