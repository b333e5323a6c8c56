"""Settings: where the lab keeps its server, which server it uses instead."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT_HOME = Path("/var/lib/lessonlab")  # root's own folders are closed to the account the server runs as
WORKSPACE = "lessonlab-work"


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
    of the user's own below the temporary one.
    """
    wanted = ROOT_HOME if is_root() else Path(platformdirs.user_data_dir("lessonlab", appauthor=False))
    return wanted if can_make(wanted) else Path(tempfile.gettempdir()) / f"lessonlab-{user_tag()}"


def is_root() -> bool:
    """Say whether this process runs as root, as which PostgreSQL refuses to run."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def user_tag() -> str:
    """Return what tells this user's folders from another's."""
    return str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")


def can_make(folder: Path) -> bool:
    """Say whether *folder* exists and is writable, or could be made."""
    while not folder.exists():
        if folder.parent == folder:
            return False
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
