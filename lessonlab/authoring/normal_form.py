"""
The one form in which a notebook is stored.

Metadata says nothing but the kernel and tags, ids are slugs, counts run from 1, and an output that only
differs where runs may differ is the one that was stored before: a diff shows what an author changed.
"""

from __future__ import annotations

import re
import unicodedata
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import nbformat

from lessonlab.authoring.sanitise import comparable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from nbformat import NotebookNode

METADATA: dict[str, dict[str, str]] = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
SLUG = re.compile(r"(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*")
GENERATED = re.compile(r"(?=.*\d)[0-9a-f]{8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
WORDS_IN_ID = 5
WIDGET = "application/vnd.jupyter.widget-view+json"


def normal(
    nb: NotebookNode, old: NotebookNode | None = None, patterns: Sequence[tuple[str, str]] = ()
) -> NotebookNode:
    """
    Return *nb*, as just run, in the normal form.

    A cell of *old* with the same id and source keeps each output that *patterns* cannot tell from the new
    one.  Neither argument is changed, and a notebook in normal form stays as it is.
    """
    nb = deepcopy(nb)
    nb.nbformat, nb.nbformat_minor, nb.metadata = 4, 5, _node(METADATA)
    for cell in nb.cells:
        cell.source = strip_blank_end(cell.source)
    for cell, id_ in zip(nb.cells, slug_ids(nb.cells), strict=True):
        cell.id = id_
        tags = cell.metadata.get("tags")
        cell.metadata = _node({"tags": tags} if tags else {})
    stored = {cell.id: cell for cell in old.cells} if old else {}
    code = [cell for cell in nb.cells if cell.cell_type == "code"]
    for count, cell in enumerate(code, start=1):
        outputs = [plain_output(output) for output in merge_streams(cell.outputs)]
        before = stored.get(cell.id)
        if before is not None and before.cell_type == "code" and before.source == cell.source:
            outputs = keep_unchanged(outputs, before.outputs, patterns)
        cell.outputs = outputs
        cell.execution_count = count
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = count
    return nb


def dump(nb: NotebookNode) -> str:
    """Return the text of the file that *nb* is stored as."""
    text: str = nbformat.writes(nb, version=4)  # type: ignore[no-untyped-call]
    return text + "\n"


def load(text: str) -> NotebookNode:
    """Return the notebook that *text* holds, in the newest format."""
    nb: NotebookNode = nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]
    return nb


def _node(value: Mapping[str, Any]) -> NotebookNode:
    node: NotebookNode = nbformat.from_dict(value)  # type: ignore[no-untyped-call]
    return node


def strip_blank_end(source: str) -> str:
    r"""
    Return *source* without blank lines at its end.

    >>> strip_blank_end("1 + 1\n\n  \n")
    '1 + 1'
    """
    return source.rstrip()


def is_slug(id_: str) -> bool:
    """
    Say whether *id_* was chosen, not generated.

    >>> [is_slug(id_) for id_ in ("predict-the-plan", "Predict", "3fa85b64", "deadbeef")]
    [True, False, False, True]
    """
    return SLUG.fullmatch(id_) is not None and GENERATED.fullmatch(id_) is None


def slug_ids(cells: Iterable[NotebookNode]) -> list[str]:
    """Return one id a cell: its own when that is a slug, otherwise one made from its first words."""
    cells = list(cells)
    own = [cell.get("id", "") for cell in cells]
    kept = {id_: index for index, id_ in reversed(list(enumerate(own))) if is_slug(id_)}
    taken = set(kept)
    ids = []
    for index, (cell, id_) in enumerate(zip(cells, own, strict=True)):
        chosen = id_ if kept.get(id_) == index else unique(slug(first_words(cell)) or cell.cell_type, taken)
        taken.add(chosen)
        ids.append(chosen)
    return ids


def first_words(cell: NotebookNode) -> str:
    """Return the line that a cell is best known by: a heading, a comment, or simply the first."""
    lines = [line for line in cell.source.splitlines() if line.strip()]
    known_by = [line for line in lines if re.match(r"\s*(#+|--) ", line)]
    candidates: list[str] = known_by or [line for line in lines if not line.startswith("%%")] or [""]
    return candidates[0]


def slug(text: str) -> str:
    """
    Return the first words of *text* as an id.

    >>> slug("## What a `CHECK` lets through: NULL, and more of it")
    'what-a-check-lets-through'
    """
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_)[:WORDS_IN_ID])[:50].strip("-")


def unique(id_: str, taken: set[str]) -> str:
    """
    Return *id_*, numbered when it is taken or would look generated.

    >>> unique("note", {"note", "note-2"})
    'note-3'
    """
    candidate, number = id_, 1
    while candidate in taken or not is_slug(candidate):
        number += 1
        candidate = f"{id_}-{number}"
    return candidate


def merge_streams(outputs: Iterable[NotebookNode]) -> list[NotebookNode]:
    """Return *outputs* with neighbouring pieces of one stream in one."""
    merged: list[NotebookNode] = []
    for output in outputs:
        last = merged[-1] if merged else None
        if (
            last is not None
            and output.output_type == last.output_type == "stream"
            and output.name == last.name
        ):
            last.text += output.text
        else:
            merged.append(deepcopy(output))
    return merged


def plain_output(output: NotebookNode) -> NotebookNode:
    """
    Return *output* without metadata, but for what describes a picture to those who cannot see it.

    A widget goes too: it needs the kernel that made it.  What it says in HTML and in words stays.
    """
    output.get("data", {}).pop(WIDGET, None)
    if "metadata" in output:
        described: dict[str, Any] = {
            mime: {"alt": about["alt"]}
            for mime, about in output.metadata.items()
            if isinstance(about, dict) and about.get("alt")
        }
        output.metadata = _node(described)
    output.pop("transient", None)
    return output


def keep_unchanged(
    new: Sequence[NotebookNode], old: Sequence[NotebookNode], patterns: Sequence[tuple[str, str]]
) -> list[NotebookNode]:
    """Return *new*, each output replaced by the *old* one at its place when both compare equal."""
    kept = [deepcopy(output) for output in old[: len(new)]]
    pairs = zip(new, [*kept, *[None] * len(new)], strict=False)
    return [
        before
        if before is not None and comparable(after, patterns) == comparable(before, patterns)
        else after
        for after, before in pairs
    ]
