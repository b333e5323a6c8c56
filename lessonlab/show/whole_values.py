"""A value that a table shows cut: it opens in its place, by a click or the keyboard, and can be copied."""

from __future__ import annotations

from html import escape

from lessonlab.show.wrapping import ANYWHERE

MOST = 10_000  # characters of one value; a page that is stored holds them all
BRIEF = "list-style:none;cursor:pointer;text-decoration:underline dotted"
WHOLE = f"white-space:pre-wrap;{ANYWHERE};text-align:left;max-width:80em"


def opening(brief: str, whole: str) -> str:
    """
    Return the HTML of *brief*, which opens to *whole*.

    >>> opening("a…", "a < b")[-24:]
    'a &lt; b</div></details>'
    """
    shown = escape(whole[:MOST], quote=False)
    left = len(whole) - MOST
    more = f"<br>… {left:,} more characters: %%sql --csv FILE writes all" if left > 0 else ""
    return (
        f'<details><summary style="{BRIEF}">{escape(brief, quote=False)}</summary>'
        f'<div style="{WHOLE}">{shown}{more}</div></details>'
    )
