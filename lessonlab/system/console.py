"""Text on a stream that may not know our letters."""

from __future__ import annotations

import codecs
import io
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

PLAIN = {  # what is said where a mark cannot be shown
    "✓": "+", "✗": "x", "–": "-", "—": "-", "×": "x", "…": "...", "→": "->", "≥": ">=", "≤": "<=",
    "█": "#", "░": ".",
    "“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "⟨": "<", "⟩": ">", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip
HANDLER = "lessonlab"
MEANT = "lessonlab_ascii"


def in_plain(error: UnicodeError) -> tuple[str, int]:
    """Say in plain letters what a stream cannot show."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(PLAIN.get(letter, "?") for letter in lost), error.end


def as_shown(text: str, encoding: str) -> str:
    """
    Return *text* as a stream of *encoding* can show it.

    >>> as_shown("✓ 3 × ä", "ascii"), as_shown("✓ 3 × ä", "cp1252")
    ('+ 3 x ?', '+ 3 × ä')
    """
    codecs.register_error(HANDLER, in_plain)
    return text.encode(encoding, HANDLER).decode(encoding)


def say(text: str, stream: TextIO | None = None, *, end: str = "\n") -> None:
    """Print *text* as the stream can show it, at once where what comes next is written over it."""
    stream = stream or sys.stdout
    shown = as_shown(text, getattr(stream, "encoding", None) or "utf-8")
    print(shown, file=stream, end=end, flush=end == "\r")


def let_streams_show_all(*, ours: bool) -> None:
    """
    Let no letter of ours end the program: what a stream has no letter for is shown by a plain one.

    Where the program is *ours*, output is UTF-8 whatever the locale says, or the encoding that somebody asked
    for; another's program keeps its encoding, and how it meets errors if it chose that.
    """
    codecs.register_error(HANDLER, in_plain)
    codecs.register(_ascii_that_is_meant)
    asked = os.environ.get("PYTHONIOENCODING")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not ours:
            stream.reconfigure(errors=HANDLER if stream.errors == "strict" else stream.errors)
        elif isinstance(stream, io.TextIOWrapper):
            name = codecs.lookup(stream.encoding).name if asked else "utf-8"
            stream.reconfigure(encoding=MEANT if name == "ascii" else name, errors=HANDLER)


def _ascii_that_is_meant(name: str) -> codecs.CodecInfo | None:
    """Return ASCII by another name: click takes a stream of ASCII for a mistake, and writes UTF-8 to it."""
    if name != MEANT:
        return None
    found = codecs.lookup("ascii")
    return codecs.CodecInfo(
        found.encode, found.decode, found.streamreader, found.streamwriter,
        found.incrementalencoder, found.incrementaldecoder, name=MEANT,
    )  # fmt: skip
