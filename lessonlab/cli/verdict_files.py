"""
Verdicts written to files as they come: a run that is killed keeps what it had.

After each verdict the file is whole: the end is written with it, and written over by the next.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol
from xml.etree import ElementTree as ET

from lessonlab.errors import WorkspaceError
from lessonlab.grading.verdict import State
from lessonlab.reader import told_verdicts

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.grading.submissions import HandedIn
    from lessonlab.grading.verdict import Verdict

ROOM = 160  # for the numbers in JUnit's first tag, which grow


class Results(Protocol):
    """A file that verdicts go to."""

    def add(self, answer: HandedIn, verdict: Verdict) -> None: ...

    def close(self) -> None: ...


class WholeFile:
    """A file whose end is written with each piece."""

    def __init__(self, path: Path, begin: str, end: str) -> None:
        self._end = end.encode()
        try:
            self._file = path.open("wb")
        except OSError as error:
            raise WorkspaceError(
                f"{str(path)!r} cannot be written: {error.strerror}", cure="name another file"
            ) from None
        self._at = 0
        self.add(begin)

    def add(self, piece: str) -> None:
        """Write *piece* in place of the end, and the end behind it."""
        written = piece.encode("utf-8", "backslashreplace")
        self._file.seek(self._at)
        self._file.write(written + self._end)
        self._file.flush()
        self._at += len(written)

    def put_first(self, begin: str) -> None:
        """Write *begin*, which is as long as the first was, in its place."""
        self._file.seek(0)
        self._file.write(begin.encode())
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class JsonResults:
    """Verdicts as a list of data."""

    def __init__(self, path: Path) -> None:
        self._file = WholeFile(path, "[", "\n]\n")
        self._comma = ""

    def add(self, answer: HandedIn, verdict: Verdict) -> None:
        """Write one more verdict."""
        text = json.dumps(record(answer, verdict), indent=2, ensure_ascii=False)
        self._file.add(f"{self._comma}\n" + "\n".join(f"  {line}" for line in text.splitlines()))
        self._comma = ","

    def close(self) -> None:
        """Close the file."""
        self._file.close()


class JunitResults:
    """Verdicts as JUnit's XML: what is not correct is a failure, what was not tried is skipped."""

    def __init__(self, path: Path) -> None:
        self._states: list[State] = []
        self._file = WholeFile(path, self._head(), "</testsuite>\n")

    def add(self, answer: HandedIn, verdict: Verdict) -> None:
        """Write one more verdict."""
        self._states.append(verdict.state)
        self._file.add(ET.tostring(case(answer, verdict), encoding="unicode") + "\n")
        self._file.put_first(self._head())

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _head(self) -> str:
        failed = sum(state in {State.NOT_YET, State.COULD_NOT_RUN} for state in self._states)
        skipped = self._states.count(State.NOT_ATTEMPTED)
        counts = f'tests="{len(self._states)}" failures="{failed}" skipped="{skipped}"'
        head = f'<?xml version="1.0" encoding="utf-8"?>\n<testsuite name="lessonlab" {counts}'
        return f"{head:<{ROOM}}>\n"


def case(answer: HandedIn, verdict: Verdict) -> ET.Element:
    """Return a verdict as JUnit's element."""
    name, seconds = f"{verdict.key} {verdict.title}", f"{verdict.seconds:.3f}"
    made = ET.Element("testcase", classname=answer.where, name=name, time=seconds)
    if verdict.state is State.NOT_ATTEMPTED:
        ET.SubElement(made, "skipped", message=verdict.state.value)
    elif not verdict.correct:
        ET.SubElement(made, "failure", message=verdict.state.value).text = told_verdicts.text(verdict)
    return made


def record(answer: HandedIn, verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as data."""
    return {
        "where": answer.where,
        "exercise": verdict.key,
        "title": verdict.title,
        "verdict": verdict.state.value,
        "differences": [{"word": one.word, "text": one.text} for one in verdict.differences],
        "mistake": verdict.mistake,
        "hint": verdict.hint,
        "example": [
            {"table": grid.caption, "columns": grid.columns, "rows": grid.rows} for grid in verdict.example
        ],
        "seconds": round(verdict.seconds, 3),
    }
