"""The first column of an index entry, out of the bytes that stand on the page."""

from __future__ import annotations

import struct
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

SHORT = 1  # the bit of a text's first byte that says: its length is in this byte
LONG = 4  # bytes of the head of any other text
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # PostgreSQL counts from here


def read_text(raw: bytes) -> str:
    """
    Return a text, whose length stands before it.

    >>> read_text(bytes([13]) + b"intro")
    'intro'
    """
    if raw[0] & SHORT:
        return raw[1 : raw[0] >> 1].decode(errors="replace")
    return raw[LONG : struct.unpack("<I", raw[:LONG])[0] >> 2].decode(errors="replace")


def read_moment(raw: bytes) -> str:
    """Return a moment in UTC, or without a zone."""
    return str(EPOCH + timedelta(microseconds=struct.unpack("<q", raw[:8])[0]))


READERS: dict[str, Callable[[bytes], str]] = {
    "uuid": lambda raw: str(UUID(bytes=raw[:16])),
    "text": read_text,
    "character varying": read_text,
    "boolean": lambda raw: "true" if raw[0] else "false",
    "smallint": lambda raw: str(struct.unpack("<h", raw[:2])[0]),
    "integer": lambda raw: str(struct.unpack("<i", raw[:4])[0]),
    "bigint": lambda raw: str(struct.unpack("<q", raw[:8])[0]),
    "date": lambda raw: str(date(2000, 1, 1) + timedelta(days=struct.unpack("<i", raw[:4])[0])),
    "timestamp with time zone": read_moment,
    "timestamp without time zone": lambda raw: read_moment(raw).removesuffix("+00:00"),
}


def first_key(data: str | None, kind: str) -> str | None:
    """
    Return the first column of an entry whose bytes are *data*, `None` where there are none.

    The first entry of an inner page has no key: all that stands before the second one is below it.

    >>> first_key("2a 00 00 00 00 00 00 00", "integer"), first_key("", "integer")
    ('42', None)
    """
    raw = bytes.fromhex(data or "")
    if kind not in READERS:
        raise ConfigError(
            f"keys of the type {kind} are not read here",
            cure=f"an index that begins with {', '.join(READERS)}",
        )
    return READERS[kind](raw) if raw else None
