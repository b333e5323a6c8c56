"""
An SVG of ours: its head, and words in it, in one monospaced font on every page.

Half a window shows a drawing that is `WIDE` with letters of 11 pixels.  The hues of words are as far from a
white page as from one of JupyterLab's dark ones.
"""

from __future__ import annotations

import textwrap
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

INK, LINE, KEY, HEAD, ON_HEAD = "#7a7a7a", "#8a8a8a", "#4f7cab", "#48719c", "#ffffff"
OTHER, GONE = "#9b7224", "#bf5b52"  # the counterpart of KEY; what failed, or is not there any more
WIDE = 570  # pixels
FONT = 13
LETTER = 7.9  # the width of a letter of a monospaced font of that size
CORNER = 6
FAMILY = "DejaVu Sans Mono, Menlo, Consolas, monospace"


def document(width: float, height: float, parts: Iterable[str]) -> str:
    """
    Return *parts* as an SVG of that size.

    >>> document(8, 4, [])[:72]
    '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4" viewBox="0 '
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="0 0 {width:.0f} {height:.0f}" font-family="{FAMILY}"'
        f' font-size="{FONT}">{"".join(parts)}</svg>'
    )


def fold(words: str, x: float, *, bold: bool = False) -> list[str]:
    """
    Return *words* in lines that fit into a drawing from *x* on.

    >>> fold("one two", WIDE - 40)
    ['one', 'two']
    """
    letter = LETTER * 1.01 if bold else LETTER
    return textwrap.wrap(words, max(1, int((WIDE - x) / letter))) or [""]


def text(x: float, y: float, words: str, style: str) -> str:
    """Return *words* with their middle at the height *y*."""
    return f'<text x="{x:.1f}" y="{y + FONT * 0.35:.1f}" {style}>{escape(words)}</text>'
