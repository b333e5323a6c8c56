"""The stored pictures of every page: their letters are large enough at half a window, and stand out."""

from __future__ import annotations

import base64
import json
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from lessonlab import content
from lessonlab.charts import marks
from lessonlab.course.chapters import chapters
from lessonlab.show import svg
from lessonlab.show.pictures import DPI, SCALE

HALF = 489  # pixels that an output has in a window of 640
LEAST = 11  # pixels of a letter there
LIGHT, DARK = "#ffffff", "#111111"  # JupyterLab's pages
STANDS_OUT = 4.2  # on both: 4.35 is the most that one colour can reach
POINT = 72


class Images(HTMLParser):
    """The images in HTML: their bytes, and their attributes."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "img" and attributes.get("src", "").startswith("data:"):
            kind, _, code = attributes["src"].partition(";base64,")
            self.found.append((kind, base64.b64decode(code), attributes))


def images(name):
    """Return the images that the page *name* has stored."""
    notebook = json.loads((content.folder("notebooks") / f"{name}.ipynb").read_text(encoding="utf-8"))
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", ())]
    return Images("".join("".join(one.get("data", {}).get("text/html", "")) for one in outputs)).found


def luminance(colour):
    """Return how light *colour* is, as in WCAG 2."""
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """Return the contrast of two colours, 1 to 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def stands_out(colour):
    """Say whether words in *colour* are read on a light page and on a dark one."""
    return min(contrast(colour, page) for page in (LIGHT, DARK)) >= STANDS_OUT


def wrong_with(kind, picture, attributes):
    """Yield what hinders somebody from reading a picture."""
    if kind == "data:image/png":
        wide = int.from_bytes(picture[16:20])
        if int(attributes.get("width", wide)) * SCALE > wide:
            yield f"has {wide} pixels for a width of {attributes.get('width')}"
        return
    drawn = ET.fromstring(picture)  # noqa: S314
    shrunk = min(1, HALF / float(drawn.get("width")))
    sizes = [float(node.get("font-size", svg.FONT)) for node in drawn.iter() if node.text]
    if sizes and min(sizes) * shrunk < LEAST:
        yield f"letters of {min(sizes) * shrunk:.1f} pixels at half a window"
    hues = {node.get("fill") for node in drawn.iter() if node.text and node.get("fill") != svg.ON_HEAD}
    yield from (f"words in {hue}" for hue in sorted(filter(None, hues)) if not stands_out(hue))


@pytest.mark.parametrize("name", [chapter.name for chapter in chapters()])
def test_pictures_are_read_at_half_a_window(name):
    """Drawings have letters of 11 pixels there, charts are twice as fine as a page, words stand out."""
    found = images(name)

    assert [] == [
        (said, attributes["alt"][:60])
        for kind, picture, attributes in found
        for said in wrong_with(kind, picture, attributes)
    ]


def test_charts_are_read_at_half_a_window():
    """The smallest letter of a chart is as large as that of a drawing, and stands out."""
    pixels = marks.SMALL / POINT * DPI * min(1, HALF / (marks.WIDTH * DPI))

    assert pixels >= LEAST - 0.1
    assert stands_out(marks.INK)
    assert contrast(svg.ON_HEAD, svg.HEAD) >= 4.5


def test_small_and_pale_pictures_are_found():
    """Letters of 12 in a drawing of 900 pixels, pale ones, and a coarse image are seen: the test can fail."""
    drawing = svg.document(900, 9, [svg.text(0, 0, "a", 'fill="#dddddd" font-size="12"')])
    coarse = b"\x89PNG".ljust(16) + (300).to_bytes(4)

    found = [
        *wrong_with("data:image/svg+xml", drawing.encode(), {}),
        *wrong_with("data:image/png", coarse, {"width": "300"}),
    ]

    assert 3 == len(found)
    assert found[0].startswith("letters of 6.5 pixels")
