"""
Everything that was handed in to a class: whose it is, to which exercise, when it came, or why nobody knows.

Below `handed-in/` each person has a folder that says who they are, in whichever way: an address, an alias, a
name, or what a learning platform makes of it.  A hand-in that lies elsewhere says it itself.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab.content import decoded
from lessonlab.errors import ConfigError
from lessonlab.grading import library, submissions
from lessonlab.grading.submissions import FoundFile
from lessonlab.system.foreign import printed
from lessonlab.workshop.people import People
from lessonlab.workshop.tries import read_hand_in, time_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.roster import Person

RECEIVED = "received.jsonl"  # the class server's own book: what came when
INSTEAD = re.compile(r"\A\s*%%sql\b")
KNOWN = (".json", *submissions.SUFFIXES)


@dataclass(frozen=True, slots=True)
class Handed:
    """One answer of *email* to *key*; *clock* says whose clock *when* is: server, student or file."""

    email: str
    key: str
    text: str
    when: dt.datetime
    clock: str
    where: str
    said: str = ""
    mistake: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A file that counts for nobody, and why."""

    where: str
    why: str


@dataclass(slots=True)
class Collected:
    """All that lies in a class, in the order in which it was tried; and what counts for nobody."""

    handed: list[Handed]
    rest: list[NotUnderstood]


def collect(opened: ClassFolder, now: dt.datetime) -> Collected:
    """Return everything below `handed-in/`; a try that comes again with each hand-in counts once."""
    collector = Collector(opened, now)
    for path in sorted(files_below(opened.handed_in)):
        collector.take(path)
    once: dict[tuple[str, ...], Handed] = {}
    for one in sorted(collector.handed, key=lambda one: one.when):
        once.setdefault((one.email, one.key, one.text, one.at or one.where), one)
    return Collected(list(once.values()), collector.rest)


def files_below(folder: Path, *, hidden: bool = False) -> Iterator[Path]:
    """
    Yield what is below *folder* and no folder, or a folder that cannot be entered; a link is not followed.

    What is *hidden* holds copies, and is nobody's answer.
    """
    waiting = [folder] if folder.is_dir() else []
    while waiting:
        here = waiting.pop()
        try:
            below = list(here.iterdir())
        except OSError:
            yield here
            continue
        for path in below:
            if path == folder / RECEIVED or (not hidden and path.name.startswith((".", "__MACOSX"))):
                continue
            if submissions.kind_of(path) == "a folder":
                waiting.append(path)
            else:
                yield path


class Collector:
    """Reads one file after the other."""

    def __init__(self, opened: ClassFolder, now: dt.datetime) -> None:
        self.handed: list[Handed] = []
        self.rest: list[NotUnderstood] = []
        self._folder = opened.handed_in
        self._now = now
        self._people = People(opened)
        self._came = read_received(opened.handed_in / RECEIVED)
        self._keys = library.by_key()

    def take(self, path: Path) -> None:
        """Take the answers in the file at *path*, or note why there are none."""
        below = path.relative_to(self._folder)
        where, owner = printed(str(below)), self._people.owner(below.parts)
        kind = submissions.kind_of(path)
        try:
            if kind or path.suffix.lower() not in KNOWN:
                why = f"is {kind}" if kind else foreign_kind(path)
                self.rest.append(NotUnderstood(where, why))
            elif path.suffix.lower() == ".json":
                self._take_hand_in(path, where, owner)
            elif owner is None:
                why = "does not say whose it is: put it into a folder called by an address"
                self.rest.append(NotUnderstood(where, why))
            else:
                self._take_answers(path, where, owner)
        except (ConfigError, OSError) as error:
            why = error.message if isinstance(error, ConfigError) else error.strerror or "cannot be read"
            self.rest.append(NotUnderstood(where, why.removeprefix(printed(str(path))).strip()))

    def _take_hand_in(self, path: Path, where: str, owner: Person | None) -> None:
        """Take the tries of a hand-in: each counts at the time at which the class's server had it first."""
        sent = read_hand_in(path)
        sender = owner or self._people.called(sent.person)
        if sender is None:
            self.rest.append(NotUnderstood(where, f"says it is {sent.person!r}'s, who is not in the roster"))
            return
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        arrived = self._came.get((path.parent.name, digest))
        for one in sent.tries:
            key = library.key_of(one.exercise, self._keys)
            if key not in self._keys:
                self.rest.append(NotUnderstood(where, f"answers {one.exercise!r}, which is no exercise"))
                continue
            own = time_of(one.at)
            when = arrived or (min(own, self._now) if own else self._now)
            clock = "server" if arrived else "student"
            own_words = (one.verdict, one.mistake, one.at)
            self.handed.append(Handed(sender.email, key, one.sql, when, clock, where, *own_words))

    def _take_answers(self, path: Path, where: str, owner: Person) -> None:
        """Take the answers of a file of SQL or a notebook."""
        read = submissions.read_one(FoundFile(path))
        if not read:
            self.rest.append(NotUnderstood(where, without_answer(path)))
        when = changed(path, self._now)
        for one in read:
            if one.unread or one.key not in self._keys:
                why = one.unread.removeprefix(one.where).strip()
                why = why or f"answers {one.key!r}, which is no exercise"
                self.rest.append(NotUnderstood(where, why))
            else:
                self.handed.append(Handed(owner.email, one.key, one.text, when, "file", where))


def changed(path: Path, now: dt.datetime) -> dt.datetime:
    """Return when a file was changed; a time that is in no calendar, or to come, is *now*."""
    try:
        return min(dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC), now)
    except (ValueError, OverflowError):
        return now


def without_answer(path: Path) -> str:
    """Return why a file of a known kind holds no answer."""
    instead = 0
    if path.suffix.lower() == ".ipynb":
        cells = json.loads(decoded(path.read_bytes())).get("cells", [])
        code = [cell["source"] for cell in cells if cell["cell_type"] == "code"]  # of texts: it was read once
        instead = sum(bool(INSTEAD.match("".join(source))) for source in code)
    elif INSTEAD.match(decoded(path.read_bytes())):
        instead = 1
    if instead:
        return f"has no %%answer, and {instead} %%sql: an answer begins with %%answer 06-02"
    return "does not say which exercise it answers"


def foreign_kind(path: Path) -> str:
    """Return what a file is that nobody here reads."""
    suffix = path.suffix.lower()
    if suffix in (".zip", ".gz", ".7z", ".rar", ".tar"):
        return f"is a {suffix[1:]}: unpack it"
    return f"is a {printed(suffix[1:]) or 'file without an ending'}; want .sql, .txt, .ipynb or a hand-in"


def read_received(path: Path) -> dict[tuple[str, str], dt.datetime]:
    """Return when each hand-in first came to the class's server, by its person's folder and its digest."""
    came: dict[tuple[str, str], dt.datetime] = {}
    if path.is_file():
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                entry = json.loads(line)
                whose = (entry["file"].partition("/")[0], str(entry["digest"]))
                received = time_of(entry["received"])
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):  # cut, or edited
                continue
            if received:
                came.setdefault(whose, received)
    return came
