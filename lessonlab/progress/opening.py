"""A service with connections of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessonlab.progress.pool import open_pool
from lessonlab.progress.service import ProgressService

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from uuid import UUID

    from lessonlab.progress.cache import Cache
    from lessonlab.progress.patience import Patience, Retry


def open_service(
    dsn: str,
    *,
    patience: Patience | None = None,
    outlines: Mapping[UUID, Sequence[str]] | None = None,
    cache: Cache[Any] | None = None,
    on_retry: Callable[[Retry], None] | None = None,
    **connections: Any,
) -> ProgressService:
    """Return a service with *connections* of its own, as for `open_pool`, to *dsn*; close it after use."""
    pool = open_pool(dsn, **connections)
    return ProgressService(pool, patience=patience, outlines=outlines, cache=cache, on_retry=on_retry)
