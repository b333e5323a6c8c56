"""Verdicts on a page that can be shown: static, without script or network."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from importlib import resources
from string import Template
from typing import TYPE_CHECKING

from lessonlab.system.foreign import printed

if TYPE_CHECKING:
    from collections.abc import Iterable


def result_page(title: str, who: str, sections: Iterable[str]) -> str:
    """Return the page: *title* and *who* are text, *sections* are HTML, a verdict each."""
    template = Template((resources.files(__package__) / "result_page.html").read_text(encoding="utf-8"))
    return template.substitute(
        title=escape(title),
        who=escape(printed(who)),
        sections="\n".join(sections),
        made=f"Judged by lessonlab on {datetime.now(UTC):%Y-%m-%d %H:%M} UTC, by what the database did.",
    )
