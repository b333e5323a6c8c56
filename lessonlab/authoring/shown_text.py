"""The text of a cell or an output as a reader sees it: what the rules of a page look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nbformat import NotebookNode


def without_fences(markdown: str) -> str:
    r"""
    Return *markdown* without its fenced code, in which `#` begins a comment.

    >>> without_fences("# Title\n```sh\n# not one\n```\nend")
    '# Title\n\nend'
    """
    return re.sub(r"^(```|~~~).*?^\1", "", markdown, flags=re.MULTILINE | re.DOTALL)


def text_of(output: NotebookNode) -> str:
    """Return all text of *output* but pictures."""
    texts = [str(value) for mime, value in output.get("data", {}).items() if not mime.startswith("image/")]
    texts += [str(output.get(key, "")) for key in ("text", "evalue")]
    texts += [str(line) for line in output.get("traceback", [])]
    return re.sub(r"base64,[A-Za-z0-9+/=]+", "", "\n".join(texts))


def html_of(output: NotebookNode) -> str:
    """Return the HTML of *output*, '' if it has none."""
    return str(output.get("data", {}).get("text/html", ""))
