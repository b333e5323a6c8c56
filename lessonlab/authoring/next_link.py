"""Where a page leads: its last words name the page that follows, as a link that JupyterLab opens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lessonlab.course.chapters import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from nbformat import NotebookNode

MARK = "**Next.**"
LINK = re.compile(r"\]\((?P<page>[^)\s]+)\.ipynb\)")
LAST = "24_what_you_can_do"


def check_next(name: str, nb: NotebookNode) -> Iterator[str]:
    """The last cell ends with what comes next, linked; the last page has nothing after it."""
    if name == LAST:
        return
    _, mark, said = nb.cells[-1].source.rpartition(MARK) if nb.cells else ("", "", "")
    found = LINK.search(said)
    if not mark or found is None:
        yield f"{name} does not end with '{MARK} [`05_name`](05_name.ipynb): what it is about'"
    elif NAME.fullmatch(found["page"]) is None or found["page"] <= name:
        yield f"{name} leads to {found['page']!r}: link the page that follows it"
