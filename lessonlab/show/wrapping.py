"""Text that finds room on a narrow page: where a line may break, and how it goes on."""

from __future__ import annotations

import re
from html import escape

ANYWHERE = "overflow-wrap:anywhere"  # JupyterLab leaves it out, and nothing else, where it trusts nobody
SHORT = 44  # characters that a line has room for on any page
ROOM, GAP, CHARACTER = 480, 14, 7.2  # pixels: a narrow page, what a column takes beside its words, a letter
LETTER, MONO = 0.56, 0.6  # em that a letter takes, of the page's font and of one that is as wide as another
ON = 4  # characters that a line which goes on stands further in
LEAST = 3
FIGURES = re.compile(r"[\d.,]+")


def breakable(name: str) -> str:
    """
    Return *name* as HTML that may break behind an underscore, and is copied without a break.

    >>> breakable("user_id"), breakable("a < b")
    ('user_<wbr>id', 'a &lt; b')
    """
    return escape(name, quote=False).replace("_", "_<wbr>")


def least_width(name: str, columns: int) -> str:
    """
    Return how narrow a column called *name* may become, as a style, where *columns* share the page.

    >>> least_width("first_started_at", 4), least_width("first_started_at", 12)
    ('min-width:4.5em', 'min-width:1.7em')
    """
    longest = max(map(len, re.findall(r"[^\s_]+_?", name)), default=0)
    most = int((ROOM / max(columns, 1) - GAP) / CHARACTER)
    return f"min-width:{min(longest, max(most, LEAST)) * LETTER:.1f}em"


def lines_html(text: str) -> str:
    r"""
    Return the lines of *text* as HTML within `<pre>`; one that is long goes on further in than it began.

    How long a figure is does not matter: it may be one of time.

    >>> lines_html("Sort\n  ->  Scan")
    'Sort\n  -&gt;  Scan'
    >>> lines_html("  " + "x" * 50)[:92]
    '<span style="display:block;word-break:normal;padding-left:3.6em;text-indent:-3.6em">  xxxxxx'
    """
    drawn = ""
    for line in text.split("\n"):
        drawn += hanging(line) if len(FIGURES.sub("0", line)) > SHORT else f"{escape(line, quote=False)}\n"
    return drawn.removesuffix("\n")


def hanging(line: str) -> str:
    """
    Return a long *line* as a block of its own; of one that is mostly blanks these break too.

    >>> hanging(" " * 60 + "^")[:76]
    '<span style="display:block;word-break:normal;white-space:break-spaces">     '
    """
    inside = len(line) - len(line.lstrip(" ")) + ON
    hung = f"padding-left:{inside * MONO:.1f}em;text-indent:-{inside * MONO:.1f}em"
    # JupyterLab breaks <pre> at any letter.
    style = f"display:block;word-break:normal;{hung if inside < SHORT / 2 else 'white-space:break-spaces'}"
    return f'<span style="{style}">{escape(line, quote=False)}</span>'
