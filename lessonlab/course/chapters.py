"""The chapters: one notebook each, found by number, by slug, or by both."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.errors import ContentError, UnknownName

if TYPE_CHECKING:
    from pathlib import Path

START = "00_start_here"
NAME = re.compile(r"(?P<number>\d\d)(?P<letter>[a-z]?)_(?P<slug>[a-z0-9]+(?:_[a-z0-9]+)*)")
OPENED = re.compile(r"\blessonlab\.open\(([^)]*)\)")
SIZE = re.compile(r"""\bsize\s*=\s*["'](\w+)["']""")
SCALE = re.compile(r"\bscale\s*=\s*(?!1(?:\.0*)?\s*(?:,|$))")
MINUTES = re.compile(r"(\d+) minutes\b(?:, and (\d+) for its exercises)?")


@dataclass(frozen=True, slots=True, order=True)
class Chapter:
    """
    A chapter's place in the course; *letter* tells a second notebook of one number from the first.

    >>> Chapter(7, "index_costs", "b").name
    '07b_index_costs'
    """

    number: int
    slug: str
    letter: str = ""

    @property
    def key(self) -> str:
        """Return what the chapter is called in a command: `07b`."""
        return f"{self.number:02}{self.letter}"

    @property
    def name(self) -> str:
        """Return the notebook's name without its ending."""
        return f"{self.key}_{self.slug}"

    @property
    def filename(self) -> str:
        """Return the notebook's file name."""
        return f"{self.name}.ipynb"


@dataclass(frozen=True, slots=True)
class Heading:
    """What a notebook says of itself at its top; *minutes* is `None` when it does not say."""

    title: str
    minutes: int | None
    exercise_minutes: int = 0

    @property
    def told_minutes(self) -> str:
        """
        Return the minutes as a list tells them: those of the exercises apart.

        >>> Heading("Store progress", 25, 15).told_minutes
        '25 + 15 min'
        """
        parts = [str(part) for part in (self.minutes, self.exercise_minutes) if part]
        return f"{' + '.join(parts)} min" if parts else ""


def parse_name(stem: str) -> Chapter:
    """
    Return the chapter that a notebook's name without ending stands for.

    >>> parse_name("03_storage_models")
    Chapter(number=3, slug='storage_models', letter='')
    """
    match = NAME.fullmatch(stem)
    if match is None:
        raise ContentError(
            f"a notebook is named NN_slug.ipynb in lower case, have {stem + '.ipynb'!r}",
            cure="rename the notebook, or move it out of the course's folder",
        )
    return Chapter(int(match["number"]), match["slug"], match["letter"])


def chapters(folder: Path | None = None) -> list[Chapter]:
    """Return the chapters of *folder* in order; two of one number, or of one slug, are an error."""
    found = [parse_name(path.stem) for path in (folder or content.folder("notebooks")).glob("*.ipynb")]
    found.sort(key=lambda chapter: chapter.name)
    for of in ("key", "slug"):
        named: dict[str, Chapter] = {}
        for chapter in found:
            other = named.setdefault(getattr(chapter, of), chapter)
            if other is not chapter:
                raise ContentError(
                    f"a chapter's number and slug are its own, have {other.name!r} and {chapter.name!r}",
                    cure="rename one of the two; a second notebook of one number takes a letter: 07b",
                )
    return found


def find(name: str, folder: Path | None = None) -> Chapter:
    """Return the chapter called *name*: `3`, `03`, `05b`, `storage_models`, `03_storage_models`, a path."""
    known = chapters(folder)
    wanted = re.split(r"[/\\]", name.strip())[-1].removesuffix(".ipynb").lower().replace("-", "_")
    for chapter in known:
        names = (chapter.slug, chapter.name, chapter.key, chapter.key.removeprefix("0"))
        if wanted in names:
            return chapter
    if not wanted:
        raise UnknownName("no page is named", cure="say which: lessonlab.open(6), or: lessonlab list")
    raise UnknownName(f"there is no chapter {name!r}{_near(wanted, known)}", cure="lessonlab list")


def _near(wanted: str, known: list[Chapter]) -> str:
    """Return what to say of the chapters that *wanted* may have meant."""
    import difflib  # noqa: PLC0415 - only a name that is not there needs it

    slugs = {chapter.slug: chapter for chapter in known} | {chapter.name: chapter for chapter in known}
    close = difflib.get_close_matches(wanted, slugs, n=1)
    if close:
        return f", did you mean {slugs[close[0]].name!r}"
    return f", have {known[0].key} to {known[-1].key}" if known else ", the course's folder holds none"


def needed_sizes(path: Path) -> set[str]:
    """Return the sizes of the classes that the notebook at *path* opens."""
    return parse_sizes("\n".join(_sources(path, "code")))


def opening(path: Path) -> str:
    """Return how the notebook at *path* opens its lab: `lessonlab.open("15_performance", size="large")`."""
    found = OPENED.search("\n".join(_sources(path, "code")))
    return found[0] if found else "lessonlab.open()"


def parse_sizes(source: str) -> set[str]:
    """
    Return the sizes that *source* opens; one of a scale of its own is not the course's, and is left out.

    >>> sorted(parse_sizes('lab = lessonlab.open("03_storage_models", size="large")'))
    ['large']
    >>> parse_sizes('lessonlab.open("07_indexes", size="large", scale=10)')
    set()
    """
    found = [(SIZE.search(given), SCALE.search(given)) for given in OPENED.findall(source)]
    return {size[1] if size else "small" for size, scale in found if scale is None}


def read_heading(path: Path) -> Heading:
    """Return the title and the minutes that the notebook at *path* states at its top."""
    texts = _sources(path, "markdown")
    return parse_heading("\n\n".join(texts[:3])) if texts else Heading(title=path.stem, minutes=None)


def _sources(path: Path, kind: str) -> list[str]:
    """Return the cells of *kind* in the notebook at *path*, none when it is not a notebook."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == kind]
    except (ValueError, KeyError, TypeError):
        return []


def parse_heading(text: str) -> Heading:
    """
    Return the first line's title, and the first minutes in *text*: the page's, and those of its exercises.

    >>> parse_heading("# Store progress\\n\\n25 minutes, and 15 for its exercises.")
    Heading(title='Store progress', minutes=25, exercise_minutes=15)
    """
    found = MINUTES.search(text)
    title = text.lstrip().partition("\n")[0].lstrip("# ").strip()
    minutes, exercises = (int(part) if part else None for part in found.groups()) if found else (None, None)
    return Heading(title, minutes, exercises or 0)
