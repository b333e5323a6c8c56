"""Dates that PostgreSQL has and Python has not: read as text instead of failing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from psycopg import DataError
from psycopg.adapt import Loader
from psycopg.pq import Format

if TYPE_CHECKING:
    from psycopg.abc import AdaptContext, Buffer
    from psycopg.adapt import AdaptersMap

TIMES = ("date", "time", "timetz", "timestamp", "timestamptz", "interval")


def tolerate_times(adapters: AdaptersMap) -> None:
    """Make *adapters* give text for `infinity`, years BC and after 9999, and 24:00, which raise otherwise."""
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
        self._strict = self.strict(oid, context)

    def load(self, data: Buffer) -> Any:
        try:
            return self._strict.load(data)
        except DataError:
            return bytes(data).decode()


@cache
def tolerant(strict: type[Any]) -> type[Tolerant]:
    """Return the loader that falls back from *strict*."""
    return type(f"Tolerant{strict.__name__}", (Tolerant,), {"strict": strict})
