"""
What students get: a wheel without the answers that are closed, the same as a zip, and a folder of pages.

It is made of the files that are installed here.  What is closed is decided by the class at that moment: of an
exercise judged by the instructor, or whose solution is never shown or not shown yet, only the question, its
general hints and its stub go out.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zipfile
from importlib import metadata
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.course.chapters import chapters
from lessonlab.grading import library
from lessonlab.grading.exercise import CLOSED, FRONT, HINT, read_body, read_front
from lessonlab.reader.delivered import without_outputs
from lessonlab.system.files import remove
from lessonlab.workshop import class_file
from lessonlab.workshop.joined import CLASS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from lessonlab.workshop.class_folder import ClassFolder

GIVEN = ("exercise.md", "stub.sql", "stub.txt")
WHEELS, ZIPS = "lessonlab-*+class.*.whl", "lessonlab-class-*.zip"
LEFT_OUT = ("__pycache__", ".DS_Store")
NOTICE = (
    "**{title}.** What you answer in this class's exercises (the SQL, the time, the verdict) is kept in a "
    "file of your folder, and {how}. Your instructor can give you everything that is known of you, and "
    "forget it{until}."
)


def is_closed(opened: ClassFolder, key: str, now: dt.datetime) -> bool:
    """Say whether the answers of exercise *key* stay here."""
    terms = opened.course.exercises.get(key)
    if terms is None:
        return opened.course.exam
    if terms.judged != "here" or terms.solutions == "never":
        return True
    return terms.solutions == "after due" and not opened.course.shows_solution(key, now, passed=False)


def closed_keys(opened: ClassFolder, now: dt.datetime) -> list[str]:
    """Return the exercises whose answers stay here."""
    return [key for key in library.keys() if is_closed(opened, key, now)]  # noqa: SIM118 - a function


def contents(opened: ClassFolder, now: dt.datetime) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file of the package that goes out."""
    package = content.HERE.parent
    for path in files_of(package):
        name = path.relative_to(package.parent).as_posix()
        if not name.startswith(tuple(f"lessonlab/content/{folder}/" for folder in content.FOLDERS)):
            yield name, path.read_bytes()
    for path in files_of(content.folder("sql")):
        yield f"lessonlab/content/sql/{path.relative_to(content.folder('sql')).as_posix()}", path.read_bytes()
    yield from exercises(closed_keys(opened, now))
    for name, text in pages(opened):
        yield f"lessonlab/content/notebooks/{name}", text
    yield f"lessonlab/content/{CLASS}", (opened.path / class_file.FILE).read_bytes()


def files_of(folder: Path) -> list[Path]:
    """Return the files below *folder*, but for what Python and desktops leave."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not set(path.parts) & set(LEFT_OUT) and path.suffix != ".pyc"
    )


def exercises(closed: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of all exercises; of those that are *closed* only what a student needs to begin."""
    root = content.folder("exercises")
    folders = {path: f"{path.parent.name[:2]}-{path.name[:2]}" for path in library.folders()}
    for path in files_of(root):
        name = f"lessonlab/content/exercises/{path.relative_to(root).as_posix()}"
        folder = next((one for one in folders if path.is_relative_to(one)), None)
        if folder is None or folders[folder] not in closed:
            yield name, path.read_bytes()
        elif path.name == "exercise.md":
            yield name, without_answers(path.read_text(encoding="utf-8"), folder).encode()
            yield name.replace("exercise.md", CLOSED), b""
        elif path.name in GIVEN and path.parent == folder:
            yield name, path.read_bytes()


def without_answers(text: str, folder: Path) -> str:
    """Return `exercise.md` without the hints that belong to one wrong answer: they name the mistake."""
    _, body = read_front(text, folder)
    match = FRONT.match(text)
    question, _ = read_body(body)
    kept = [f"## Hint\n{piece.strip()}\n" for key, piece in hints(body) if not key]
    return f"+++\n{match['front'] if match else ''}+++\n{question}\n\n" + "\n".join(kept)


def hints(body: str) -> list[tuple[str, str]]:
    """Return the hints of `exercise.md`, each with the wrong answer that it is for."""
    _, *rest = HINT.split(body)
    return [(key or "", piece) for key, piece in zip(rest[::2], rest[1::2], strict=True)]


def pages(opened: ClassFolder) -> Iterator[tuple[str, bytes]]:
    """Yield the pages of the class without outputs; the first one says what is kept of a student."""
    wanted = opened.course.pages
    for chapter in chapters():
        if wanted and not any(chapter.name.startswith(page) for page in (*wanted, "00")):
            continue
        text = without_outputs((content.folder("notebooks") / chapter.filename).read_bytes())
        yield chapter.filename, with_notice(text, opened) if chapter.key == "00" else text


def with_notice(text: bytes, opened: ClassFolder) -> bytes:
    """Return the first page with two sentences on what the class keeps, below its title."""
    page = json.loads(text)
    course = opened.course
    how = f"sent to {course.address}, and nowhere else" if course.address else "leaves it when you hand it in"
    until = f", and erases it after {course.erase_on}" if course.erase_on else ""
    said = NOTICE.format(title=course.title, how=how, until=until)
    page["cells"].insert(1, {"cell_type": "markdown", "id": "class", "metadata": {}, "source": [said]})
    return (json.dumps(page, indent=1, ensure_ascii=False) + "\n").encode()


def version_of(now: dt.datetime) -> str:
    """Return the version of the bundle: that of lessonlab, and when it was made."""
    return f"{metadata.version('lessonlab').partition('+')[0]}+class.{now:%Y%m%d.%H%M%S}"


def write_wheel(opened: ClassFolder, folder: Path, now: dt.datetime) -> Path:
    """Write the wheel into *folder*, and return it."""
    version = version_of(now)
    path = folder / f"lessonlab-{version}-py3-none-any.whl"
    info = f"lessonlab-{version}.dist-info"
    entries: dict[str, bytes] = dict(contents(opened, now))
    entries |= {f"{info}/{name}": text for name, text in described(version)}
    record = [f"{name},sha256={digest(data)},{len(data)}" for name, data in entries.items()]
    entries[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,", ""]).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in entries.items():
            packed.writestr(name, data)
    leave_alone(folder, WHEELS, path.name)
    return path


def leave_alone(folder: Path, pattern: str, name: str) -> None:
    """Remove earlier bundles beside the file *name*: what is closed now was perhaps open in them."""
    for old in folder.glob(pattern):
        if old.name != name:
            remove(old)


def described(version: str) -> Iterator[tuple[str, bytes]]:
    """Yield what a wheel says of itself: name, version, what it needs, its commands."""
    installed = metadata.distribution("lessonlab")
    about = installed.read_text("METADATA") or ""
    about = re.sub(r"^Version: .*$", f"Version: {version}", about, count=1, flags=re.MULTILINE)
    yield "METADATA", about.encode()
    yield (
        "WHEEL",
        b"Wheel-Version: 1.0\nGenerator: lessonlab class bundle\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    )
    yield "entry_points.txt", (installed.read_text("entry_points.txt") or "").encode()


def digest(data: bytes) -> str:
    """Return a digest as a wheel's RECORD has it."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def write_pages(opened: ClassFolder, folder: Path, wheel: Path) -> Path:
    """Write a folder to be pulled into a home, by nbgitpuller or by hand: the pages, and what they need."""
    target = folder / "pages"
    target.mkdir(exist_ok=True)
    given = dict(pages(opened))
    for chapter in chapters():
        if chapter.filename not in given:
            remove(target / chapter.filename)
    for name, text in given.items():
        (target / name).write_bytes(text)
    (target / "requirements.txt").write_text(f"./{wheel.name}\n", encoding="utf-8")
    (target / wheel.name).write_bytes(wheel.read_bytes())
    leave_alone(target, WHEELS, wheel.name)
    return target


def write_zip(folder: Path, pages_folder: Path, now: dt.datetime) -> Path:
    """Write the folder of pages as one zip beside it."""
    path = folder / f"lessonlab-class-{now:%Y%m%d}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(pages_folder.iterdir()):
            packed.write(file, f"lessonlab-class/{file.name}")
    leave_alone(folder, ZIPS, path.name)
    return path
