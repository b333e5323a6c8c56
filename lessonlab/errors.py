"""
Every failure that a user can cause or meet.

    LessonLabError            what happened, and the next command to type
    ├── ConfigError           a setting or an argument that cannot be used
    ├── ContentError          a file of the course is missing, misnumbered or changed
    ├── UnknownName           no chapter, claim or query of that name
    ├── WorkspaceError        the student's folder cannot be used
    ├── ServerError           no server, no login, too old, will not start
    │   ├── ServerGone        the server went away in the middle of something
    │   ├── NoDatabase        the server is there, the database is not
    │   └── PrivilegeError    the role may not do what was asked
    ├── TemplateError         the class of learners could not be built
    ├── SqlError              a statement that the server refused
    ├── JavaScriptError       what JavaScript of a cell threw, or why it was stopped
    ├── ProgressRefused       a change to somebody's progress that cannot be recorded
    ├── ProgressUnavailable   the server did not answer in time: not known whether it was recorded
    ├── NotExpected           a statement meant to fail did not, or failed in another way
    └── ClaimError            reality disagrees with the verdict that the course teaches
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID


class LessonLabError(Exception):
    """
    Say what happened in *message* and the next thing to do in *cure*.

    Messages are lower case without a final stop.  In a notebook the error shows as these two lines and no
    traceback.

    >>> print(LessonLabError("no chapter '99'", cure="lessonlab list"))
    no chapter '99'
    next: lessonlab list
    """

    def __init__(self, message: str, *, cure: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure

    def __str__(self) -> str:
        return f"{self.message}\nnext: {self.cure}" if self.cure else self.message

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback."""
        return [f"lessonlab: {line}" if i == 0 else line for i, line in enumerate(str(self).split("\n"))]


class ConfigError(LessonLabError):
    """A setting or an argument cannot be used."""


class ContentError(LessonLabError):
    """A file of the course is missing, misnumbered or changed."""


class UnknownName(LessonLabError):
    """There is no chapter, claim or query of that name."""


class WorkspaceError(LessonLabError):
    """The student's folder cannot be used."""


class ServerError(LessonLabError):
    """There is no server to talk to, or it does not let us in."""


class ServerGone(ServerError):
    """The server went away in the middle of something."""


class NoDatabase(ServerError):
    """The server lets us in, and has no database of that name."""


class PrivilegeError(ServerError):
    """The role may not do what was asked."""


class TemplateError(LessonLabError):
    """The class of learners could not be built."""


class ProgressRefused(LessonLabError):
    """A change to somebody's progress cannot be recorded, now or later: nothing was changed."""


class ProgressUnavailable(LessonLabError):
    """
    The server did not answer in time; it is not known whether the change was recorded.

    *operation* is the id to send again: what was recorded is not recorded twice.  It is `None` after a read.
    """

    def __init__(self, message: str, *, cure: str, operation: UUID | None = None) -> None:
        super().__init__(message, cure=cure)
        self.operation = operation


class NotExpected(LessonLabError):
    """A statement meant to fail did not, or failed in another way."""


class ClaimError(LessonLabError):
    """Reality disagrees with the verdict that the course teaches."""


class SqlError(LessonLabError):
    """
    A statement that the server refused; *message* is the report as psql prints it.

    *sqlstate* is the five-character code, *primary* the first line of the server's message, *tip* a line of
    ours that may help, *cure* what to do where that is known.
    """

    def __init__(
        self, message: str, *, sqlstate: str | None, primary: str, cure: str = "", tip: str = ""
    ) -> None:
        super().__init__(message, cure=cure)
        self.sqlstate = sqlstate
        self.primary = primary
        self.tip = tip

    def __str__(self) -> str:
        return f"{super().__str__()}\nTIP:  {self.tip}" if self.tip else super().__str__()

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")


class JavaScriptError(LessonLabError):
    """JavaScript of a cell threw, or was stopped; *message* names the line of the cell."""

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")
