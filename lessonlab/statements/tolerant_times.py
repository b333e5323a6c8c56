"""Times that PostgreSQL has and Python has not: read as the server's own text, not failing, not changed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from psycopg import DataError, InterfaceError
from psycopg.adapt import Loader
from psycopg.pq import Format

if TYPE_CHECKING:
    from psycopg.abc import AdaptContext, Buffer
    from psycopg.adapt import AdaptersMap

NO_VALUE = (DataError, InterfaceError, NotImplementedError, OverflowError)
MONTHS = (b"mon", b"year")  # an interval of them is no number of days
INTERVAL = 1186  # the type's number, the same on every server
TIMES = ("date", "time", "timetz", "timestamp", "timestamptz", "interval")


def tolerate_times(adapters: AdaptersMap) -> None:
    """
    Make *adapters* give text for what Python has no value for.

    That is `infinity`, years BC and after 9999, 24:00, an interval of months, and every time once the session
    writes them in another style than ISO.
    """
    for name in TIMES:
        oid = adapters.types[name].oid
        strict = adapters.get_loader(oid, Format.TEXT)
        if strict is not None and not issubclass(strict, Tolerant):
            adapters.register_loader(oid, tolerant(strict))


class Tolerant(Loader):
    """Load with *strict*, or give the text as the server wrote it."""

    strict: type[Any]

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        try:
            self._strict = self.strict(oid, context)
        except NO_VALUE:
            self._strict = None
        self._is_interval = oid == INTERVAL

    def load(self, data: Buffer) -> Any:
        text = bytes(data)
        if self._strict is None or (self._is_interval and any(unit in text for unit in MONTHS)):
            return text.decode()
        try:
            return self._strict.load(data)
        except NO_VALUE:
            return text.decode()


@cache
def tolerant(strict: type[Any]) -> type[Tolerant]:
    """Return the loader that falls back from *strict*."""
    return type(f"Tolerant{strict.__name__}", (Tolerant,), {"strict": strict})
