"""
The class that this machine's reader is in, and the token that says who they are there.

The class file comes with the bundle; `lessonlab join` puts the token beside the lab's server, for its owner's
eyes alone.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lessonlab import content
from lessonlab.errors import ConfigError
from lessonlab.postgres.initialise import make_home
from lessonlab.reader.who import reader_name
from lessonlab.system.files import write_private

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lessonlab.workshop.class_file import ClassFile

FILE = "class.json"
CLASS = "class.toml"
ENVIRONMENT = "LESSONLAB_CLASS"  # a class file, in place of the bundle's


@dataclass(frozen=True, slots=True)
class Joined:
    """Who the reader is in the class: an address of mail and a token; without a token, a name."""

    person: str
    token: str = ""


def class_path(environ: Mapping[str, str] | None = None) -> Path | None:
    """Return the class file that holds here, `None` where the reader is in no class."""
    named = (os.environ if environ is None else environ).get(ENVIRONMENT)
    path = Path(named) if named else content.HERE / CLASS
    return path if named or path.is_file() else None


def class_here(environ: Mapping[str, str] | None = None) -> ClassFile | None:
    """Return the class that the reader is in, `None` on one's own."""
    from lessonlab.workshop.class_file import read_class_file  # noqa: PLC0415 - most readers are in none

    path = class_path(environ)
    return read_class_file(path) if path else None


def join(home: Path, person: str, token: str) -> None:
    """Remember who the reader is."""
    if "@" not in person or not token or any(letter.isspace() for letter in token):
        raise ConfigError(
            "want an address and a token, as your instructor sent them",
            cure="lessonlab join you@example.org TOKEN",
        )
    make_home(home)  # the server's account must be able to pass through it
    write_private(home / FILE, json.dumps(asdict(Joined(person.strip().lower(), token))))


def joined(home: Path) -> Joined:
    """Return who the reader is: who joined, or else whom the system knows."""
    try:
        read = json.loads((home / FILE).read_text(encoding="utf-8"))
        return Joined(str(read["person"]), str(read["token"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Joined(reader_name())
