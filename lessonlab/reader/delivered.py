"""
What is delivered to a workspace: the course's notebook, with what the kernel says of its language.

It is remembered by digests that tell what a reader typed from what was only run.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


RECORD = "delivered.json"  # in the folder for what is ours


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests of a notebook: of the whole, whatever the kernel says, and of what a reader types into it."""

    whole: str
    sources: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """The page that was delivered, and whether with its outputs; `None` by a version that always did so."""

    page: Fingerprint
    outputs: bool | None = None


def fingerprint(text: bytes) -> Fingerprint:
    """
    Return the digests of the notebook *text*; of one that is no notebook, both are of all bytes.

    Another version of Python makes no other notebook.

    >>> bare, filled = (b'{"cells": [], "metadata": {"language_info": %b}}' % x for x in (b"{}", b'{"a": 1}'))
    >>> fingerprint(bare) == fingerprint(filled)
    True
    """
    try:
        notebook = json.loads(text)
        typed = [
            (cell["cell_type"], "".join(cell["source"]).rstrip(), cell.get("attachments"))
            for cell in notebook["cells"]
        ]
        notebook["metadata"].pop("language_info", None)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Fingerprint(_digest(text), _digest(text))
    return Fingerprint(*(_digest(json.dumps(part, sort_keys=True).encode()) for part in (notebook, typed)))


def without_outputs(text: bytes) -> bytes:
    """
    Return the notebook *text* as if no cell had been run; what is no notebook stays as it is.

    >>> ran = b'{"cells": [{"cell_type": "code", "outputs": [1], "execution_count": 1}, {"source": "x"}]}'
    >>> json.loads(without_outputs(ran))["cells"]
    [{'cell_type': 'code', 'outputs': [], 'execution_count': None}, {'source': 'x'}]
    """
    try:
        notebook = json.loads(text)
        for cell in notebook["cells"]:
            if cell.get("cell_type") == "code":
                cell |= {"outputs": [], "execution_count": None}
    except (ValueError, KeyError, TypeError, AttributeError):
        return text
    return _dump(notebook)


def fill_language(text: bytes, language: Mapping[str, Any]) -> bytes:
    """
    Return the notebook *text* with the kernel's *language*, which JupyterLab would write into it.

    Without it every notebook counts as changed as soon as it is open.  What is no notebook stays as it is.

    >>> print(fill_language(b'{"metadata": {}}', {"name": "python"}).decode(), end="")
    {
     "metadata": {
      "language_info": {
       "name": "python"
      }
     }
    }
    """
    try:
        notebook = json.loads(text)
        notebook["metadata"]["language_info"] = dict(language)
    except (ValueError, KeyError, TypeError):
        return text
    return _dump(notebook)


def kernel_language() -> dict[str, Any]:
    """Return what the kernel of this Python says of its language when JupyterLab connects to it."""
    from ipykernel.ipkernel import IPythonKernel  # noqa: PLC0415 - slow, and `list` does without

    return dict(IPythonKernel.language_info)


def read_record(path: Path) -> dict[str, Delivery]:
    """Return what was delivered; a record that cannot be read vouches for nothing, so all is kept."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return {
            name: Delivery(Fingerprint(noted["whole"], noted["sources"]), noted.get("outputs"))
            for name, noted in record.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def dump_record(record: Mapping[str, Delivery]) -> bytes:
    """Return the text that `read_record` reads."""
    noted = {
        name: asdict(delivery.page) | ({} if delivery.outputs is None else {"outputs": delivery.outputs})
        for name, delivery in sorted(record.items())
    }
    return json.dumps(noted, indent=1).encode()


def _dump(notebook: object) -> bytes:
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()
