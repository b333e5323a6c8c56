"""What a class knows of one person: given to them, or forgotten."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from lessonlab.content import decoded
from lessonlab.errors import ConfigError
from lessonlab.grading.submissions import kind_of
from lessonlab.system import files
from lessonlab.workshop import databases, mark_files, roster, tokens
from lessonlab.workshop.collected import RECEIVED, files_below
from lessonlab.workshop.judging_room import FILE as VERDICTS
from lessonlab.workshop.people import People, folder_name

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.roster import Person

STILL_THERE = (
    "them from the class, but not yet from its server: lessonlab class provision DIR --dsn DSN --remove-left"
)
TABLES = ("marks.csv", "answers.csv", "moodle.csv", "canvas.csv")


def belonging(opened: ClassFolder, person: Person) -> list[Path]:
    """Return the files that are *person*'s: hand-ins, and a page of feedback below the class's folder."""
    people = People(opened)
    handed = [
        path
        for path in files_below(opened.handed_in, hidden=True)
        if (people.owner(path.relative_to(opened.handed_in).parts) or _sender(path, people)) == person
    ]
    page = f"{person.email}.html"
    pages = [one for one in files_below(opened.path, hidden=True) if one.name.lower() == page]
    return sorted({*handed, *pages})


def _sender(path: Path, people: People) -> Person | None:
    from lessonlab.workshop.tries import read_hand_in  # noqa: PLC0415 - in a ring otherwise

    if path.suffix.lower() != ".json" or kind_of(path):
        return None
    try:
        return people.called(read_hand_in(path).person)
    except (ConfigError, OSError):
        return None


def export(opened: ClassFolder, person: Person, path: Path) -> list[str]:
    """Write everything that the class knows of *person* to a zip at *path*; return the names in it."""
    known = opened.passes.get(person.email)
    given = databases.read_databases(opened.path / databases.FILE).get(person.email)
    about: dict[str, Any] = {
        "name": person.name,
        "email": person.email,
        "group": person.group,
        "extensions": {key or "all": str(value) for key, value in person.extensions.items()},
        "alias": known.alias if known else "",
        "database": given.name if given else "",
    }
    try:
        with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED, strict_timestamps=False) as packed:
            packed.writestr("person.json", json.dumps(about, indent=1, ensure_ascii=False))
            for file in (
                one for one in belonging(opened, person) if not kind_of(one)
            ):  # a link leads elsewhere
                packed.write(file, file.relative_to(opened.path).as_posix())
            for name in TABLES:
                packed.writestr(f"marks/{name}", "".join(_lines_of(opened, name, person)))
            return packed.namelist()
    except OSError as error:
        raise ConfigError(f"{str(path)!r} cannot be written: {error.strerror}", cure="--to FILE") from None


def _lines_of(opened: ClassFolder, name: str, person: Person) -> list[str]:
    path = opened.marks / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = list(csv.reader(file))
    mine = [row for row in rows[1:] if mark_files.cell(person.email) in row]
    return [mark_files.as_csv([row]) for row in (rows[:1] + mine)]


def forget(opened: ClassFolder, person: Person) -> list[str]:
    """Remove everything that the class knows of *person*; return a line for each thing that went."""
    went = []
    for file in belonging(opened, person):
        files.remove(file)
        went.append(str(file.relative_to(opened.path)))
    for folder in _folders_below(opened.handed_in):
        if not any(folder.iterdir()):
            folder.rmdir()
    for name in (*TABLES, "similar.csv", "not-understood.csv", mark_files.RECORD, VERDICTS):
        if (opened.marks / name).exists():  # one table has everybody: the next `class grade` makes it anew
            files.remove(opened.marks / name)
            went.append(f"marks/{name}, which lessonlab class grade makes anew for the others")
    _drop_rows(opened.path / roster.FILE, person.email)
    tokens.write_tokens(
        opened.path / tokens.FILE,
        {email: one for email, one in opened.passes.items() if email != person.email},
    )
    _drop_received(opened, person)
    left = person.email in databases.read_databases(opened.path / databases.FILE)
    return [*went, f"a line of {roster.FILE}", f"a line of {tokens.FILE}", *([STILL_THERE] if left else [])]


def _folders_below(folder: Path) -> list[Path]:
    """Return the folders below *folder*, the innermost first; however deep they lie, and no links."""
    found = [folder]
    for one in found:
        found += [path for path in one.iterdir() if kind_of(path) == "a folder"]
    return found[:0:-1]


def _drop_rows(path: Path, email: str) -> None:
    """Take the rows with *email* out of the roster; all others stay as they are written."""
    text = decoded(path.read_bytes())
    delimiter = roster.delimiter_of(text)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    kept, out = [row for row in rows if email not in [cell.strip().lower() for cell in row]], io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(kept)
    files.write_whole(path, out.getvalue())


def _drop_received(opened: ClassFolder, person: Person) -> None:
    """Take a person's lines out of the server's book."""
    path = opened.handed_in / RECEIVED
    if path.is_file():
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
        mine = json.dumps(f"{folder_name(person.email)}/")[:-1]  # as it stands there, up to the file's name
        files.write_whole(path, "".join(line for line in lines if mine not in line))
