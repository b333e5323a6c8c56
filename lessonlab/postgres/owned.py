"""A server of ours as a value: where its files are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lessonlab.postgres.programs import Programs


@dataclass(frozen=True, slots=True)
class Owned:
    """
    A server of ours below *home*, with *settings* of its own; nothing is touched until `start`.

    One that *keeps_settings* is a reader's to set: what ALTER SYSTEM wrote stays.
    """

    home: Path
    programs: Programs
    settings: str = ""
    keeps_settings: bool = False

    @property
    def folder(self) -> Path:
        """Return the folder that the server's account owns."""
        return self.home / f"pg{self.programs.major}"

    @property
    def data(self) -> Path:
        """Return the data folder."""
        return self.folder / "data"

    @property
    def made(self) -> Path:
        """Return the folder of the settings as initdb wrote them."""
        return self.folder / "as-made"

    @property
    def log(self) -> Path:
        """Return the server's log."""
        return self.folder / "server.log"

    @property
    def password_file(self) -> Path:
        """Return the file that holds the password."""
        return self.home / f"pg{self.programs.major}.password"
