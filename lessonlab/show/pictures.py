"""Pictures that a saved notebook keeps: an image with its bytes inside, and words for who does not see it."""

from __future__ import annotations

import sys
from base64 import b64encode
from dataclasses import dataclass
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

DPI, SCALE = 100, 2  # as many dots an inch as a page has, and on a fine screen twice as many
MIDTONE = "#7a7a7a"  # as far from a white page as from a black one
CLOSE_TO_BLACK = 0.2
COLOURS = 64
NEARLY_FULL, NEARLY_CLEAR = 240, 15


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """
    An image that shows itself, and its twin in words.

    >>> Picture("<img>", "[picture: a line]")
    [picture: a line]
    """

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def picture(figure: Figure, alt: str) -> Picture:
    """
    Return the matplotlib *figure* as a picture; *alt* says what one sees in it.

    The background is left out and what is black turns grey, for light and dark pages; a figure of pyplot's is
    closed, lest the notebook shows it a second time.
    """
    alt = require(alt)
    figure.draw_without_rendering()  # makes the ticks, which else would come black after us
    for artist in figure.findobj():
        soften(artist)
    target = BytesIO()
    figure.savefig(
        target,
        format="png",
        dpi=SCALE * DPI,
        transparent=True,
        bbox_inches="tight",
        metadata={"Software": None},
    )
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(figure)
    content = smaller(target.getvalue())
    return image(content, "image/png", alt, width=width_of(content) // SCALE)


def smaller(png: bytes) -> bytes:
    """Return the image *png* with a palette of its own: a drawing has few colours."""
    from PIL import Image  # noqa: PLC0415 - matplotlib brings it

    target = BytesIO()
    few = Image.open(BytesIO(png)).quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    palette = few.getpalette("RGBA") or []
    palette[3::4] = [clear_or_full(alpha) for alpha in palette[3::4]]
    few.putpalette(palette, "RGBA")
    few.save(target, format="png", optimize=True)
    return min(target.getvalue(), png, key=len)


def clear_or_full(alpha: int) -> int:
    """
    Return *alpha*, what is nearly clear or nearly full made wholly so: a palette is made of averages.

    >>> clear_or_full(252), clear_or_full(100), clear_or_full(3)
    (255, 100, 0)
    """
    return 255 if alpha >= NEARLY_FULL else 0 if alpha <= NEARLY_CLEAR else alpha


def svg_picture(svg: str, alt: str) -> Picture:
    """
    Return the drawing *svg* as a picture; *alt* says what one sees in it.

    >>> svg_picture("<svg/>", "two boxes")
    [picture: two boxes]
    """
    return image(svg.encode(), "image/svg+xml", require(alt))


def width_of(png: bytes) -> int:
    """Return how many pixels wide the image *png* is: its first block says it."""
    return int.from_bytes(png[16:20])


def image(content: bytes, kind: str, alt: str, width: int | None = None) -> Picture:
    """Return *content* of the media type *kind* inside of its own address: no file, no network."""
    address = f"data:{kind};base64,{b64encode(content).decode()}"
    wide = f' width="{width}"' if width else ""
    html = (
        '<figure style="margin:0">'
        f'<img src="{address}" alt="{escape(alt)}"{wide} style="max-width:100%;height:auto"></figure>'
    )
    return Picture(html, f"[picture: {alt}]")


def require(alt: str) -> str:
    """Return *alt* on one line; raise `ConfigError` when it says nothing."""
    alt = " ".join(alt.split())
    if not alt:
        raise ConfigError("a picture has no alt text", cure='say what it shows: lab.picture(figure, alt="…")')
    return alt


def soften(artist: Artist) -> None:
    """Turn *artist* grey where it is black, and the white card behind a legend transparent."""
    from matplotlib.colors import to_rgba  # noqa: PLC0415 - who has a figure has matplotlib

    for part in ("color", "edgecolor", "markeredgecolor"):
        get, put = getattr(artist, f"get_{part}", None), getattr(artist, f"set_{part}", None)
        if get is None or put is None:
            continue
        try:
            *rgb, alpha = to_rgba(get())
        except (TypeError, ValueError):  # many colours, or none
            continue
        if alpha and max(rgb) < CLOSE_TO_BLACK:  # an edge that is not drawn stays so
            put(MIDTONE)
    frame = getattr(artist, "legendPatch", None)
    if frame is not None:
        frame.set_alpha(0)
