"""
An exercise: a folder of data, read into one frozen value.

The format is written down for instructors in `exercises/README.md`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ContentError
from lessonlab.grading.probes import Probe, parse_probes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = re.compile(r"(\d\d)_([a-z0-9]+(?:_[a-z0-9]+)*)")
FRONT = re.compile(r"\A\+\+\+\n(?P<front>.*?)^\+\+\+\n(?P<body>.*)\Z", re.DOTALL | re.MULTILINE)
HINT = re.compile(r"^## Hint(?:: *(?P<key>\S+))? *\n", re.MULTILINE)
NOTE = re.compile(r"\A(?:--[^\n]*\n)*")
KINDS = ("query", "write", "design", "function", "plan", "repair", "predict", "concurrency")
ANSWERS = {"query": "query", "write": "write", "predict": "text", "concurrency": "sessions"}
# Far from UTC, the same in summer and winter: there `now() AT TIME ZONE 'UTC'` is another moment than now().
CLOCKS = dict.fromkeys(("write", "script", "sessions"), "Pacific/Honolulu")
CHOICES = {
    "kind": KINDS,
    "answer": ("query", "write", "script", "text", "sessions"),
    "base": ("empty", "tables", "strict", "class", "large"),
    "level": (1, 2, 3),
}
TYPES: Mapping[str, tuple[str, type | tuple[type, ...]]] = {
    "title": ("a text", str),
    "kind": ("a text", str),
    "minutes": ("a whole number", int),
    "digits": ("a whole number", int),
    "pages": ("a whole number", int),
    "seconds": ("a number", (int, float)),
    "ordered": ("true or false", bool),
    "names": ("true or false", bool),
    "retry": ("true or false", bool),
    "timezone": ('a name such as "Asia/Tokyo"', str),
    "allow": ('a list such as ["trigger"]', list),
    "changes": ('a list such as ["function"]', list),
    "sessions": ("tables [sessions.a] and [sessions.b]", dict),
}
CURE = "lessonlab exercise --help"
CLOSED = "closed"  # a file in the folder of an exercise whose answers are not here


@dataclass(frozen=True, slots=True)
class Answer:
    """
    A stored answer: *note* says what is special about it, *says* what the verdict on it must say, *has* what
    an answer must have in it to be told the note.

    >>> read_answer("late", "-- Counts too late.\\n-- says: missing\\nSELECT 1\\n")
    Answer(name='late', text='SELECT 1', note='Counts too late.', says=('missing',), hint='', has=())
    """

    name: str
    text: str
    note: str = ""
    says: tuple[str, ...] = ()
    hint: str = ""
    has: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """One step towards the answer; *key* names the wrong answer that it is for, '' is for everybody."""

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter of `exercise.md` says."""

    title: str
    kind: str
    level: int = 1
    minutes: int = 5
    answer: str = ""
    base: str = "tables"
    ordered: bool = False
    digits: int = 6
    names: bool = False
    pages: int = 0
    seconds: float = 3.0
    allow: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    sessions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    retry: bool = False
    timezone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise; *key* is what a student types: `06-02`."""

    key: str
    name: str
    chapter: str
    front: Front
    question: str
    hints: tuple[Hint, ...]
    stub: str
    solution: Answer
    right: tuple[Answer, ...]
    wrong: tuple[Answer, ...]
    setup: str
    probes: tuple[Probe, ...]
    data: Mapping[str, str]
    equivalent: Mapping[str, str]

    @property
    def title(self) -> str:
        """Return what it is called."""
        return self.front.title

    @property
    def closed(self) -> bool:
        """Say whether its answers are kept elsewhere, so that it cannot be judged here."""
        return not self.solution.text

    @property
    def steps(self) -> tuple[Hint, ...]:
        """Return the hints for everybody, in order."""
        return tuple(hint for hint in self.hints if not hint.key)


def read_exercise(folder: Path) -> Exercise:
    """Return the exercise in *folder*; `ContentError` says what is wrong with it."""
    chapter, name = _name(folder.parent), _name(folder)
    front, body = read_front(_text(folder / "exercise.md"), folder)
    question, hints = read_body(body)
    suffix = ".txt" if front.answer == "text" else ".sql"
    closed = (folder / CLOSED).is_file()
    return Exercise(
        key=f"{chapter[1]}-{name[1]}",
        name=folder.name,
        chapter=folder.parent.name,
        front=front,
        question=question,
        hints=hints,
        stub=_text(folder / f"stub{suffix}"),
        solution=read_answer("solution", _text(folder / f"solution{suffix}", optional=closed)),
        right=_answers(folder / "right", suffix),
        wrong=_answers(folder / "wrong", suffix),
        setup=_text(folder / "setup.sql", optional=True),
        probes=parse_probes(_text(folder / "probe.sql", optional=True), folder.name),
        data={path.stem: _text(path) for path in sorted((folder / "data").glob("*.sql"))},
        equivalent=_equivalent(folder / "equivalent.toml"),
    )


def read_front(text: str, folder: Path) -> tuple[Front, str]:
    """Return the front matter and what follows it."""
    match = FRONT.match(text)
    if match is None:
        raise _broken(folder, "exercise.md begins with TOML between two lines +++")
    try:
        given = tomllib.loads(match["front"])
    except tomllib.TOMLDecodeError as error:
        raise _broken(folder, f"the front matter is not TOML: {error}") from None
    _require_parts(given, folder)
    answer = given.setdefault("answer", ANSWERS.get(given["kind"], "script"))
    given.setdefault("timezone", CLOCKS.get(answer, "UTC"))
    front = Front(**given | {part: tuple(given.get(part, ())) for part in ("allow", "changes")})
    for part, choices in CHOICES.items():
        if getattr(front, part) not in choices:
            raise _broken(folder, f"{part} is {getattr(front, part)!r}; want one of {choices}")
    return front, match["body"]


def _require_parts(given: Mapping[str, Any], folder: Path) -> None:
    """Raise `ContentError` when the front matter lacks a part, has one too many, or one of another type."""
    known = [part.name for part in fields(Front)]
    for part in ("title", "kind"):
        if part not in given:
            raise _broken(folder, f"the front matter has no {part}")
    for part in given:
        if part not in known:
            raise _broken(folder, f"the front matter has {part!r}; want some of {', '.join(known)}")
    for part, (what, types) in TYPES.items():
        if part in given and not isinstance(given[part], types):
            raise _broken(folder, f"{part} is {given[part]!r}; want {what}")


def read_body(body: str) -> tuple[str, tuple[Hint, ...]]:
    """
    Return the question, and the hints after it.

    >>> read_body("Count.\\n\\n## Hint\\nJoin.\\n\\n## Hint: late\\nSooner.\\n")
    ('Count.', (Hint(text='Join.', key=''), Hint(text='Sooner.', key='late')))
    """
    question, *rest = HINT.split(body)
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return question.strip(), tuple(Hint(text.strip(), key or "") for key, text in pairs)


def read_answer(name: str, text: str) -> Answer:
    """Return a stored answer: its comment at the top is the note, and what the verdict must say."""
    head = NOTE.match(text)
    lines = [line.removeprefix("--").strip() for line in head[0].splitlines()] if head else []
    said = {
        word: tuple(line.removeprefix(word).strip() for line in lines if line.startswith(word))
        for word in ("says:", "hint:", "has:")
    }
    note = " ".join(line for line in lines if line and not line.startswith(tuple(said)))
    text = text[head.end() if head else 0 :].strip()
    return Answer(name, text, note, said["says:"], "".join(said["hint:"]), said["has:"])


def _answers(folder: Path, suffix: str) -> tuple[Answer, ...]:
    return tuple(read_answer(path.stem, _text(path)) for path in sorted(folder.glob(f"*{suffix}")))


def _equivalent(path: Path) -> dict[str, str]:
    try:
        entries = tomllib.loads(_text(path, optional=True)).get("mutant", [])
        return {entry["sql"]: entry["why"] for entry in entries}
    except tomllib.TOMLDecodeError as error:
        raise _broken(path.parent, f"{path.name} is not TOML: {error}") from None
    except (KeyError, TypeError, AttributeError):
        raise _broken(path.parent, f"{path.name} has a [[mutant]] without sql or why") from None


def _name(folder: Path) -> re.Match[str]:
    if (match := NAME.fullmatch(folder.name)) is None:
        raise _broken(folder, "the folder is named NN_slug in lower case")
    return match


def _text(path: Path, *, optional: bool = False) -> str:
    if optional and not path.is_file():
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _broken(path.parent, f"{path.name} cannot be read: {error}") from None


def _broken(folder: Path, what: str) -> ContentError:
    return ContentError(f"exercise {folder.parent.name}/{folder.name}: {what}", cure=CURE)
