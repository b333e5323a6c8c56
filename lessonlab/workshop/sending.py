"""Handing in: to the class's server, or to a file where there is none."""

from __future__ import annotations

import datetime as dt
import http.client
import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError, LessonLabError
from lessonlab.system.foreign import printed
from lessonlab.workshop.class_file import is_address
from lessonlab.workshop.tries import in_parts, packed, time_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from lessonlab.workshop.joined import Joined
    from lessonlab.workshop.tries import Try

SECONDS = 30.0
CLOCKS_APART = dt.timedelta(minutes=5)
MOST_ANSWER = 100_000
LONGEST_PAUSE = 120  # seconds that are waited for a server


class NotSent(LessonLabError):
    """The class's server did not take it; nothing is lost, and it can be sent again."""


class TooSoon(NotSent):
    """The class's server takes more of this person in some *seconds*."""

    seconds = 0.0


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the class's server said: when it *received* so many *tries*, and what to know besides."""

    received: str
    tries: int
    alias: str
    note: str = ""


def send(address: str, who: Joined, tries: Sequence[Try], seconds: float = SECONDS) -> Receipt:
    """
    Send *tries* to the server at *address*; raise `NotSent` unless it says that it keeps them.

    The same tries are the same hand-in to the last letter, which the server keeps once.
    """
    if not is_address(address):
        raise ConfigError(f"the class's address is {address!r}; want https://…", cure="ask your instructor")
    now = dt.datetime.now(dt.UTC)
    request = urllib.request.Request(  # noqa: S310 - of these two kinds
        address.rstrip("/") + "/hand-in",
        packed(who.person, tries, (tries and time_of(tries[-1].at)) or now).encode(),
        {"Authorization": f"Bearer {who.token}", "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=seconds) as answer:  # noqa: S310 - as above
            return receipt(json.loads(answer.read(MOST_ANSWER)), now)
    except urllib.error.HTTPError as error:
        raise refused(error) from None
    except (OSError, ValueError, KeyError, TypeError, RecursionError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        raise NotSent(
            f"the class's server at {address} does not answer: {printed(str(reason))}",
            cure="lessonlab hand-in again later; your tries are kept here",
        ) from None


def send_all(
    address: str, who: Joined, tries: Iterable[Try], say: Callable[[str], object]
) -> Iterator[Receipt]:
    """Send *tries* in as many parts as they need; where the server wants a pause, *say* so and make one."""
    for part in in_parts(tries):
        while True:
            try:
                yield send(address, who, part)
                break
            except TooSoon as error:
                say(f"the class's server takes more in {error.seconds:.0f} seconds; waiting …")
                time.sleep(error.seconds)


def receipt(said: dict[str, Any], now: dt.datetime) -> Receipt:
    """Return what the server said; of two clocks that differ it says so."""
    apart = dt.datetime.fromisoformat(said["time"]) - now
    note = ""
    if abs(apart) > CLOCKS_APART:
        minutes = abs(apart).total_seconds() / 60
        side = "slow" if apart > dt.timedelta(0) else "fast"
        note = f"your clock is {minutes:.0f} minutes {side}; the server's counts"
    return Receipt(str(said["received"]), int(said["tries"]), printed(str(said["alias"])), note)


def refused(error: urllib.error.HTTPError) -> NotSent:
    """Return what the server said of a hand-in that it did not take."""
    try:
        said = json.loads(error.read(MOST_ANSWER))
        message, cure = str(said["error"]), str(said.get("cure", ""))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        message, cure = f"the server answered {error.code}", "lessonlab hand-in again later"
    wait = error.headers.get("Retry-After", "") if error.code == http.client.TOO_MANY_REQUESTS else ""
    kind = TooSoon if wait.isdecimal() and 0 < int(wait[:9]) <= LONGEST_PAUSE else NotSent
    not_sent = kind(f"not handed in: {printed(message)}", cure=printed(cure))
    if isinstance(not_sent, TooSoon):
        not_sent.seconds = float(wait)
    return not_sent


def write_file(path: Path, who: Joined, tries: Iterable[Try]) -> None:
    """Write a hand-in to *path*, to be sent by mail or uploaded."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(packed(who.person, tries, dt.datetime.now(dt.UTC)))
    except OSError as error:
        raise ConfigError(
            f"{str(path)!r} cannot be written: {error.strerror}", cure="lessonlab hand-in --to DIR"
        ) from None
