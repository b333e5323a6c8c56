"""What may differ between two runs, blanked: the rules of the file that nbval compares outputs by."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

Patterns = list[tuple[str, str]]

RULE = re.compile(r"^regex: (.*)$\n^replace: (.*)$", re.MULTILINE)  # as nbval reads it, not as INI
UNCOMPARED = ("image/png", "image/jpeg")  # nbval skips these


def parse_patterns(text: str) -> Patterns:
    r"""
    Return the (regex, replacement) pairs of *text*, in the order in which they apply.

    >>> parse_patterns("[mark]\nregex: ⟨[^⟩]*⟩\nreplace: ⟨⟩\n")
    [('⟨[^⟩]*⟩', '⟨⟩')]
    """
    return RULE.findall(text)


def load_patterns(path: Path) -> Patterns:
    """Return the pairs of the file at *path*."""
    if not path.is_file():
        raise ContentError(
            f"there is no {str(path)!r}, notebooks are normalised in a checkout",
            cure="run this command in a checkout of the course",
        )
    return parse_patterns(path.read_text(encoding="utf-8"))


def sanitise(text: str, patterns: Sequence[tuple[str, str]]) -> str:
    """
    Return *text* with every pattern applied in turn.

    >>> sanitise("in ⟨0.31 s⟩", [("⟨[^⟩]*⟩", "⟨⟩")])
    'in ⟨⟩'
    """
    for regex, replacement in patterns:
        text = re.sub(regex, replacement, text)
    return text


def comparable(output: Mapping[str, Any], patterns: Sequence[tuple[str, str]]) -> dict[str, str]:
    """
    Return what nbval compares of *output*, sanitised.

    >>> comparable({"output_type": "stream", "name": "stdout", "text": "ab"}, [("b", "")])
    {'output_type': 'stream', 'name': 'stdout', 'text': 'a'}
    """
    parts = {key: output[key] for key in ("output_type", "name", "text", "ename", "evalue") if key in output}
    parts |= {mime: value for mime, value in output.get("data", {}).items() if mime not in UNCOMPARED}
    texts = {
        key: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for key, value in parts.items()
    }
    return {key: sanitise(value, patterns) for key, value in texts.items()}
