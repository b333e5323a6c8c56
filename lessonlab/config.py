"""Settings: where the lab keeps its server, which server it uses instead."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from lessonlab.system.accounts import is_root, user_tag
from lessonlab.system.files import can_make, stranger

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT_HOME = Path("/var/lib/lessonlab")  # root's own folders are closed to the account the server runs as
PLACES = 100  # in a shared folder: somebody would have to take them all
WORKSPACE = "lessonlab-work"
HIDDEN = ".lessonlab"  # in a workspace: what is ours


@dataclass(frozen=True, slots=True)
class Settings:
    """
    What the environment says.

    *home* holds the server, its password and its leases; *dsn* names an outside server, `None` means ours.

    >>> Settings.from_environment({"LESSONLAB_HOME": "/x", "LESSONLAB_DSN": "postgresql://"}).dsn
    'postgresql://'
    """

    home: Path
    dsn: str | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read `LESSONLAB_HOME` and `LESSONLAB_DSN`."""
        environ = os.environ if environ is None else environ
        home = environ.get("LESSONLAB_HOME")
        return cls(
            home=Path(home).expanduser().absolute() if home else default_home(),
            dsn=environ.get("LESSONLAB_DSN") or None,
        )


def default_home() -> Path:
    """
    Return the folder that the server lives in when nobody names one.

    The user's data folder; root's is `ROOT_HOME`; where neither can be written (a read-only home), a folder
    of the user's own below the temporary one, which nobody else made or may write to.
    """
    named = f"lessonlab-{user_tag()}"
    with suppress(RuntimeError):  # nobody says where this user's own folder is
        wanted = ROOT_HOME if is_root() else Path(platformdirs.user_data_dir("lessonlab", appauthor=False))
        if can_make(wanted):
            return wanted
    shared = Path(tempfile.gettempdir())
    places = [shared / name for name in (named, *(f"{named}-{number}" for number in range(2, PLACES)))]
    return next((place for place in places if is_free(place)), places[0])


def is_free(place: Path) -> bool:
    """Say whether *place* is missing, or a folder of ours alone: anybody may have made it."""
    if place.is_symlink() or (place.exists() and not place.is_dir()):
        return False
    return not place.exists() or not stranger(place)
