"""The folder that is a class: made once, read by every command of `lessonlab class`."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.errors import ConfigError
from lessonlab.grading import library
from lessonlab.system.files import make_folder
from lessonlab.workshop import class_file, databases, roster, tokens
from lessonlab.workshop.class_file import ClassFile, read_class_file
from lessonlab.workshop.roster import Person, read_roster
from lessonlab.workshop.tokens import Pass, read_tokens

if TYPE_CHECKING:
    from pathlib import Path

HANDED_IN = "handed-in"  # what came, each person's below a folder of their own
MARKS = "marks"
FIRST = "workshop"  # the files that a new class begins with, beside this one


@dataclass(frozen=True, slots=True)
class ClassFolder:
    """A class as its files say: *people* in the order of the roster, *passes* by address of mail."""

    path: Path
    course: ClassFile
    people: tuple[Person, ...]
    passes: dict[str, Pass]

    @property
    def handed_in(self) -> Path:
        """Return where what was handed in lies."""
        return self.path / HANDED_IN

    @property
    def marks(self) -> Path:
        """Return where marks and feedback are written to."""
        return self.path / MARKS

    def person(self, wanted: str) -> Person:
        """Return the person called *wanted*: an address, an alias, or a name that one person has alone."""
        wanted = wanted.strip().lower()
        aliases = {one.alias: email for email, one in self.passes.items()}
        email = aliases.get(wanted, wanted)
        found = [one for one in self.people if one.email == email]
        found = found or [one for one in self.people if one.name.lower() == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            addresses = " and ".join(one.email for one in found)
            raise ConfigError(f"{wanted!r} are {len(found)} people: {addresses}", cure="name the address")
        raise ConfigError(
            f"there is nobody {wanted!r} in the roster", cure=f"look into {self.path / roster.FILE}"
        )


def open_class(path: Path) -> ClassFolder:
    """Return the class in the folder *path*; `ConfigError` says which line of which file cannot be used."""
    if not path.is_dir():
        cure = "name the folder" if path.exists() else f"lessonlab class init {shlex.quote(str(path))}"
        raise ConfigError(f"{str(path)!r} is no folder", cure=cure)
    course = read_class_file(path / class_file.FILE)
    people = read_roster(path / roster.FILE, course.zone)
    return ClassFolder(path, course, tuple(people), read_tokens(path / tokens.FILE))


def require_answers(opened: ClassFolder) -> None:
    """Raise `ConfigError` where this lessonlab is what students get, and has not all answers."""
    closed = [one.key for one in library.exercises() if one.closed]
    wanted = [key for key in opened.course.exercises if key in closed]
    if wanted:
        raise ConfigError(
            f"this lessonlab is what students get: the answers of {', '.join(wanted[:3])} are not in it",
            cure="use the environment in which you made the class",
        )


def new_class(path: Path) -> list[Path]:
    """Make a class in *path*, and return the files that it got; what is there already stays as it is."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        what = "is a file" if path.exists() else "would be below a file"
        raise ConfigError(f"{str(path)!r} {what}", cure="lessonlab class init DIR, a new folder") from None
    made = []
    for name, text in first_files(path.name).items():
        file = path / name
        if not file.exists():
            file.write_text(text, encoding="utf-8")
            made.append(file)
    for name in (HANDED_IN, MARKS):
        make_folder(path / name)
    opened = open_class(path)
    tokens.make_tokens(path / tokens.FILE, opened.people)
    return made


def first_files(title: str) -> dict[str, str]:
    """Return the files that a class begins with, by name."""
    here = content.HERE.parent / FIRST
    return {
        class_file.FILE: (here / "first_class.toml").read_text(encoding="utf-8").replace("TITLE", title),
        roster.FILE: (here / "first_roster.csv").read_text(encoding="utf-8"),
        ".gitignore": f"{tokens.FILE}\n{databases.FILE}\nboard.key\nbundle/\n{HANDED_IN}/\n{MARKS}/\n",
    }
