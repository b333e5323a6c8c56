"""The commands, as typed: what they print, what they leave, and what they say when something is wrong."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
import pytest
from click.testing import CliRunner
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from lessonlab import cli, content
from lessonlab.authoring.normal_form import dump
from lessonlab.cli.options import slow_step
from lessonlab.cli.psql import newest_database
from lessonlab.config import Settings
from lessonlab.course.chapters import chapters
from lessonlab.grading import library
from lessonlab.grading.bases import content_version, ensure_base
from lessonlab.grading.cage import Cage
from lessonlab.grading.judge import Judge
from lessonlab.grading.verdict import State, Verdict
from lessonlab.postgres import leases, provider
from lessonlab.postgres.connect import connect
from lessonlab.postgres.local_server import running_dsn
from lessonlab.postgres.server import find_server, our_server, use_server
from lessonlab.reader.jupyter import end_all, jupyter_environ, launch, record, wait_until_ready
from lessonlab.reader.own_database import database_name
from lessonlab.reader.record import Record
from lessonlab.reader.workspace import open_workspace
from lessonlab.system.files import new_folder
from lessonlab.system.signals import ended_by_signals

ODD = "a b'c $HOME 陈"
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")


def run(*arguments, **options):
    """Run a command in this process."""
    return CliRunner().invoke(
        cli.commands, [str(argument) for argument in arguments], prog_name="lessonlab", **options
    )


def command(*arguments):
    """Return a command line for a process of its own."""
    return [sys.executable, "-m", "lessonlab", *map(str, arguments)]


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Put a course of two notebooks, one of which fails, in place of ours."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name, source in {"01_good": "'fine'", "02_bad": "1 / 0"}.items():
        title = new_markdown_cell(f"# Try {name}\n\n12 minutes", id="title")
        nb = new_notebook(cells=[title, new_code_cell(source, id="try-it")])
        (folder / f"{name}.ipynb").write_text(dump(nb), encoding="utf-8")
    real = content.folder
    monkeypatch.setattr(content, "folder", lambda name: folder if name == "notebooks" else real(name))
    return folder


@pytest.fixture
def work(tmp_path):
    """Return a folder for a reader, of a name that a shell would spoil."""
    return tmp_path / ODD


# ---- all commands


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_has_an_example(name):
    """Each command's help shows what to type."""
    result = run(name, "--help")
    assert 0 == result.exit_code
    assert "Example" in result.output
    assert f"  lessonlab {name}" in result.output


def test_help_lists_all():
    """The help has a line for each command, in the order in which they are met, and no other exists."""
    listed = run("--help").output.partition("Commands:")[2].split("\n")
    assert list(cli.COMMANDS) == [line.split()[0] for line in listed if line.strip()]
    assert all("..." not in line for line in listed)


def test_unknown_command():
    """An unknown command is a matter of usage: exit code 2."""
    assert 2 == run("strat").exit_code


def test_module_runs():
    """`python -m lessonlab` is the same."""
    done = subprocess.run(command("--version"), capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.startswith("lessonlab, version ")


@pytest.mark.parametrize("name", ["start", "run", "reset", "psql"])
def test_unknown_chapter(name, tmp_path, monkeypatch):
    """An unknown chapter is two lines on stderr and exit code 1, before anything is started."""
    monkeypatch.chdir(tmp_path)
    result = run(name, "99")
    assert 1 == result.exit_code
    assert result.stderr.startswith("lessonlab: there is no chapter '99'")
    assert result.stderr.endswith("\nnext: lessonlab list\n")
    assert "" == result.stdout


def test_marks_survive_any_locale():
    """Output is UTF-8 whatever the locale says, even one that is not installed."""
    environ = {**os.environ, "LC_ALL": "xx_YY.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command("doctor"), capture_output=True, check=False, env=environ)
    assert "✓ Python" in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr


# ---- list


@pytest.mark.usefixtures("course")
def test_list(work):
    """The list says number, title, minutes and state."""
    result = run("list", "--workspace", work)
    assert [
        "01  Try 01_good  12 min  not opened",
        "02  Try 02_bad   12 min  not opened",
    ] == result.stdout.splitlines()
    assert not work.exists()


@pytest.mark.usefixtures("course")
def test_list_of_a_changed_chapter(work):
    """A chapter that the reader typed into is edited."""
    run("reset", "--yes", "--workspace", work)
    path = work / "01_good.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("'fine'", "'mine'"), encoding="utf-8")
    assert "edited" == run("list", "--workspace", work).stdout.splitlines()[0].split()[-1]


def test_list_says_what_was_passed(server, work, monkeypatch):
    """A chapter of which an exercise was passed says how many of them: it is in the reader's own record."""
    reader = f"ada-{uuid.uuid4().hex[:8]}"
    monkeypatch.setattr("lessonlab.reader.record.reader_name", lambda: reader)
    written = Record(lambda: server)
    exercise = library.find("06-02")
    try:
        before = run("list", "--workspace", work).stdout
        written(exercise, Verdict(exercise.key, "", State.CORRECT))
        after = run("list", "--workspace", work).stdout
    finally:
        written.close()
        provider.drop_clone(server, database_name(reader))

    assert "passed" not in before
    [line] = [line for line in after.splitlines() if "passed" in line]
    count = len(library.exercises(6))
    assert line.startswith("06 ")
    assert line.endswith(f"not opened, 1 of {count} exercises passed")


# ---- reset


@pytest.mark.usefixtures("course")
def test_reset_keeps_the_readers_file(work):
    """The reader's file is beside the fresh one, and the answer names it."""
    run("reset", "01", "--workspace", work)
    path = work / "01_good.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("'fine'", "'mine'"), encoding="utf-8")
    result = run("reset", "01", "--workspace", work)
    [kept] = work.glob("01_good (kept *).ipynb")
    assert f"01_good is fresh; yours is kept as {kept.name!r}\n" == result.stdout
    assert "'mine'" in kept.read_text(encoding="utf-8")


@pytest.mark.usefixtures("course")
def test_reset_all_asks(work):
    """Without a chapter it says what will be kept and asks; no is no."""
    run("reset", "--yes", "--workspace", work)
    path = work / "01_good.ipynb"
    path.write_text("mine", encoding="utf-8")
    result = run("reset", "--workspace", work, input="n\n")
    assert 1 == result.exit_code
    assert "Copies will be kept of 01." in result.output
    assert "mine" == path.read_text(encoding="utf-8")


@pytest.mark.usefixtures("settings")
@pytest.mark.slow
def test_reset_drops_this_folders_database(work, server):
    """The database that a notebook of this folder opened goes, another folder's of that chapter stays."""
    name = chapters()[0].name
    provider.ensure_template(server, "small")
    holder = (
        "import sys\n"
        "from lessonlab.config import Settings\n"
        "from lessonlab.postgres import provider, server\n"
        "found = server.find_server(Settings.from_environment())\n"
        f"print(provider.clone(found, {name!r}, 'small'), flush=True)\n"
        "sys.stdin.read()"
    )
    work.mkdir()
    with opened(holder, cwd=work) as here, opened(holder, cwd=work.parent) as elsewhere:
        result = run("reset", name, "--workspace", work)
        assert "Its database is gone" in result.output
        alive = []
        for dsn in (here, elsewhere):
            try:
                psycopg.connect(dsn).close()
                alive.append(True)
            except psycopg.OperationalError:
                alive.append(False)
    assert [False, True] == alive
    provider.drop_unused(server)


@contextmanager
def opened(source, cwd):
    """Yield the first line that a process running *source* prints; it ends when we leave."""
    with subprocess.Popen(
        [sys.executable, "-c", source],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=cwd,
    ) as process:
        yield process.stdout.readline().strip()


# ---- run


@pytest.mark.usefixtures("course", "server")
@pytest.mark.slow
def test_run_says_what_failed():
    """One line a notebook, the failing cell and its error, a summary, and exit code 1."""
    result = run("run")
    lines = sorted(result.stdout.splitlines())
    assert 1 == result.exit_code
    assert "    cell try-it: ZeroDivisionError: division by zero" == lines[0]
    assert lines[1].startswith("1 passed, 1 failed in ")
    assert [("✓", "01_good"), ("✗", "02_bad")] == [tuple(line.split()[:2]) for line in lines[2:]]


@pytest.mark.usefixtures("course", "server")
@pytest.mark.slow
def test_run_chosen_with_pages(work):
    """Chosen chapters are run once each, pages are written, and all is well: exit code 0."""
    result = run("run", "01", "good", "--html", work)
    assert 0 == result.exit_code, result.output
    assert "1 passed, 0 failed" in result.stdout
    assert [work / "01_good.html"] == list(work.iterdir())
    assert "fine" in (work / "01_good.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("server")
@pytest.mark.slow
def test_run_leaves_the_course_alone(course):
    """The course's own files are as before, and no other appears."""
    before = {path: path.read_bytes() for path in course.iterdir()}
    run("run")
    assert before == {path: path.read_bytes() for path in course.iterdir()}


@pytest.mark.usefixtures("course")
def test_run_pages_below_a_file(tmp_path):
    """A folder for pages that cannot be made is our error, before anything is run."""
    (tmp_path / "file").write_text("x")
    result = run("run", "--html", tmp_path / "file" / "pages")
    assert (1, "") == (result.exit_code, result.stdout)
    assert "cannot be made" in result.stderr


# ---- normalise


@pytest.mark.usefixtures("server")
@pytest.mark.slow
def test_normalise_stores_what_passes(course):
    """What passes is stored in the normal form, what fails is not touched; exit code 1."""
    before = (course / "02_bad.ipynb").read_bytes()
    tests = course.parent / "tests"
    tests.mkdir()
    shutil.copy(Path(__file__).with_name("sanitize.cfg"), tests)
    result = run("normalise")
    assert 1 == result.exit_code
    assert before == (course / "02_bad.ipynb").read_bytes()
    assert [1] == [
        cell["execution_count"]
        for cell in json.loads((course / "01_good.ipynb").read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == "code"
    ]
    assert "✓ 01_good" in result.output
    assert "unchanged" in run("normalise", "01").output


def test_normalise_check_writes_nothing(course):
    """A check names each fault with its cure and runs nothing."""
    before = {path: path.read_bytes() for path in course.iterdir()}
    result = run("normalise", "--check")
    assert 1 == result.exit_code
    assert "cell 'try-it' is counted [None], expected 1: lessonlab normalise 01_good" in result.output
    assert before == {path: path.read_bytes() for path in course.iterdir()}


@pytest.mark.usefixtures("course")
def test_normalise_refuses_installed_files(monkeypatch):
    """Installed notebooks are not an author's to change."""
    monkeypatch.setattr(content, "is_checkout", lambda: False)
    result = run("normalise")
    assert 1 == result.exit_code
    assert "these are installed notebooks" in result.stderr


# ---- doctor


@pytest.mark.usefixtures("server")
def test_doctor(work):
    """On a machine in order every line is ✓ or –, and nothing is started or made."""
    result = run("doctor", "--workspace", work)
    assert 0 == result.exit_code, result.output
    lines = result.output.splitlines()[:-1]
    assert {"✓", "–"} >= {line[0] for line in lines if line[0] != " "}  # what to do about a – is below it
    assert "All is well." == result.output.splitlines()[-1]
    assert not work.exists()


def test_every_command_that_meets_a_server_takes_one():
    """`--dsn` and `LESSONLAB_DSN` are one option, of each command but `stop`, which ends the lab's own."""
    found = {name: cli.commands.get_command(None, name) for name in cli.COMMANDS}
    found |= {name: found["exercise"].commands[name] for name in ("test", "preview")}
    del found["exercise"], found["new"], found["class"]  # a group each; what is begun is files
    options = {name: [one for one in each.params if one.name == "dsn"] for name, each in found.items()}

    assert {"stop", "deliver", "hand-in", "join"} == {name for name, option in options.items() if not option}
    assert {"LESSONLAB_DSN"} == {one.envvar for option in options.values() for one in option}


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("way", ["--dsn", "LESSONLAB_DSN"])
def test_list_and_reset_look_at_the_server_that_is_named(work, server, way):
    """Either way it is that server: one that does not answer is named, one that does is used."""
    for dsn, code in ((server.dsn, 0), ("postgresql://127.0.0.1:1/x", 1)):
        given, environ = ([way, dsn], {}) if way == "--dsn" else ([], {way: dsn})
        listed = run("list", "--workspace", work, *given, env=environ)
        done = run("reset", "01", "--workspace", work, *given, env=environ)

        assert (0, code) == (listed.exit_code, done.exit_code), done.output
    assert "no server answers at 127.0.0.1:1" in done.stderr


def test_doctor_starts_nothing(home):
    """Where no server runs, that is well, and it stays so."""
    result = run("doctor", env={"LESSONLAB_HOME": str(home), "LESSONLAB_DSN": ""})
    assert "– server     not running; lessonlab start starts it" in result.output
    assert [] == list(home.iterdir())


@pytest.mark.parametrize(
    ("options", "line", "cure"),
    [
        (
            ["--dsn", "postgresql://127.0.0.1:1/x"],
            "✗ server     no server answers at 127.0.0.1:1",
            "start it or correct",
        ),
        (
            ["--dsn", "nonsense="],
            "✗ server     the connection string cannot be read",
            "write it as postgresql://",
        ),
        (["--workspace", content.folder("sql")], "✗ workspace  the folder", "--workspace DIR"),
    ],
    ids=["dsn", "nonsense", "workspace"],
)
def test_doctor_finds(options, line, cure):
    """What is wrong has a ✗, its cure below it, and exit code 1."""
    result = run("doctor", *options)
    lines = result.output.splitlines()
    [found] = [number for number, text in enumerate(lines) if text.startswith(line)]
    assert lines[found + 1].strip().startswith("next: ")
    assert cure in lines[found + 1]
    assert 1 == result.exit_code


@pytest.mark.parametrize(
    ("rights", "lacks"), [("CREATEROLE", "CREATEDB"), ("CREATEDB", "CREATEROLE"), ("", "CREATEDB CREATEROLE")]
)
def test_doctor_finds_what_a_role_lacks(server, rights, lacks):
    """A role that may not create databases, for the pages, or roles, for the answers, is found."""
    with psycopg.connect(server.dsn, autocommit=True) as admin:
        admin.execute(f"CREATE ROLE doctor_test LOGIN PASSWORD 'x' {rights}")
        try:
            dsn = psycopg.conninfo.make_conninfo(server.dsn, user="doctor_test", password="x")  # noqa: S106
            result = run("doctor", "--dsn", dsn)
        finally:
            admin.execute("DROP ROLE doctor_test")
    assert ("may not create databases" in result.output) == ("CREATEDB" in lacks)
    assert ("create roles, which judging an answer needs" in result.output) == ("CREATEROLE" in lacks)
    assert f"next: as an administrator: ALTER ROLE … {lacks}\n" in result.output
    assert 1 == result.exit_code


# ---- psql, clean


def test_psql_of_a_fresh_database(server):
    """Without an open notebook psql gets a database with the class in it, which goes when it ends."""
    query = "SELECT current_database(), count(*) > 0 FROM users"
    done = subprocess.run(
        command("psql", chapters()[0].key, "--", "-AtXc", query),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    name, filled = done.stdout.strip().split("|")
    assert ("t", "lab_") == (filled, name[:4]), done.stdout
    with psycopg.connect(server.dsn) as connection:
        assert (0,) == connection.execute(
            "SELECT count(*) FROM pg_database WHERE datname = %s", [name]
        ).fetchone()


@pytest.mark.parametrize("named", [True, False], ids=["chapter", "newest"])
def test_psql_of_an_open_notebook(server, named):
    """With a notebook open psql is on its database, and leaves it there."""
    chapter = chapters()[0]
    provider.ensure_template(server, "small")
    dsn = provider.clone(server, chapter.name, "small")
    name = psycopg.conninfo.conninfo_to_dict(dsn)["dbname"]
    chosen = [chapter.key] if named else []
    done = subprocess.run(
        command("psql", *chosen, "--", "-AtXc", "SELECT current_database()"),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    try:
        assert (name, "") == (done.stdout.strip(), done.stderr)
    finally:
        psycopg.connect(dsn).close()
        provider.drop_clone(server, name)


def test_the_newest_database_is_the_one_opened_last(server):
    """Whatever the names say: a page of a later number may have been opened before."""
    provider.ensure_template(server, "small")
    made = [provider.clone(server, notebook, "small") for notebook in ("zz_before", "00_after", "00_after")]
    try:
        assert made[-1] == newest_database(server) == provider.live_database(server, "00_after")
    finally:
        for dsn in made:
            provider.drop_clone(server, psycopg.conninfo.conninfo_to_dict(dsn)["dbname"])


@pytest.mark.usefixtures("server")
def test_psql_exit_code():
    """psql's exit code is ours."""
    done = subprocess.run(
        command("psql", "--", "-Xc", "SELEKT"), capture_output=True, encoding="utf-8", check=False
    )
    assert 1 == done.returncode
    assert 'syntax error at or near "SELEKT"' in done.stderr


@POSIX
@pytest.mark.slow
def test_psql_password_is_not_seen(server):
    """No argument of any process holds the password."""
    with subprocess.Popen(command("psql", "--", "-Xc", r"\! sleep 3"), stdout=subprocess.PIPE) as process:
        deadline = time.monotonic() + 30
        while not (family := [p for p in psutil.Process(process.pid).children() if p.name() == "psql"]):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        seen = " ".join(" ".join(p.cmdline()) for p in [psutil.Process(process.pid), *family])
        assert (psycopg.conninfo.conninfo_to_dict(server.dsn).get("password") or server.dsn) not in seen


def test_clean(server):
    """Databases whose kernel is gone are dropped and counted; a second time there is nothing to do."""
    provider.ensure_template(server, "small")
    provider.drop_unused(server, stale_templates=True)
    source = "from lessonlab.config import Settings; from lessonlab.postgres import provider, server\n"
    source += "print(provider.clone(server.find_server(Settings.from_environment()), '00_gone', 'small'))"
    subprocess.run([sys.executable, "-c", source], check=True, capture_output=True)
    first, second = run("clean").output, run("clean").output
    assert first.startswith("Dropped 1 database, ")
    assert " 0 MB" not in first
    assert second.startswith("Nothing to drop")


@pytest.mark.usefixtures("server")
def test_clean_removes_what_a_rescue_put_aside_only_when_asked(settings):
    """Both say where it is and how much; what has another name stays."""
    folder = next(settings.home.glob("pg*/data")).parent
    kept, other = folder / "data-kept-2026-01-02-03.04.05", folder / "data-keep"
    for made in (kept, other):
        made.mkdir()
        (made / "PG_VERSION").write_bytes(bytes(3_000_000))
    first = run("clean").output
    was_there = kept.is_dir()
    second, third = run("clean", "--kept").output, run("clean", "--kept").output
    is_left = other.is_dir()
    shutil.rmtree(other)

    assert f"Put aside in a rescue: {kept}, 3 MB.\n" in first
    assert "lessonlab clean --kept" in first
    assert (was_there, kept.exists(), is_left) == (True, False, True)
    assert f"Removed: {kept}, 3 MB.\n" in second
    assert str(kept) not in third


KILLED = """
import os
from lessonlab import content
from lessonlab.config import Settings
from lessonlab.grading.cage import Cage
from lessonlab.postgres.server import find_server

cage = Cage(find_server(Settings.from_environment()))
login = cage.make_login("reader")
cage.admin.execute(content.sql("catalog/hold_name"), {"name": "lab_cage_00000000beef"})
cage.admin.execute("CREATE DATABASE lab_cage_00000000beef")
print(login.role, flush=True)
os.kill(os.getpid(), 9)
"""


@POSIX
def test_clean_finds_what_a_judge_that_was_killed_had_not_yet_signed(server):
    """Its database without a comment and its role go; one that is being made stays, not yet signed."""
    killed = subprocess.run(
        [sys.executable, "-c", KILLED], capture_output=True, encoding="utf-8", check=False
    )
    names = ["lab_cage_00000000beef", "lab_cage_00000000cafe", killed.stdout.strip()]
    left = "SELECT datname FROM pg_database WHERE datname = ANY(%(all)s) "
    left += "UNION SELECT rolname FROM pg_roles WHERE rolname = ANY(%(all)s)"
    with connect(server.dsn) as maker, connect(server.dsn) as asking:
        maker.execute(content.sql("catalog/hold_name"), {"name": names[1]})
        maker.execute(f"CREATE DATABASE {names[1]}")
        before = {name for (name,) in asking.execute(left, {"all": names})}
        said = run("clean").output
        after = {name for (name,) in asking.execute(left, {"all": names})}
    last = run("clean").output  # nobody makes it any more
    with connect(server.dsn) as asking:
        finally_left = asking.execute(left, {"all": names}).fetchall()

    assert (killed.returncode, before) == (-signal.SIGKILL, set(names)), killed.stderr
    assert after == {names[1]}
    assert said.startswith("Dropped ")
    assert "Dropped 1 role of answers." in said
    assert last.startswith("Dropped 1 database, ")
    assert finally_left == []


def test_clean_drops_the_judge_s_templates_that_are_stale(server):
    """Those of another content go, the one that answers start from stays."""
    with Judge(server) as judge:
        kept = ensure_base(judge.ground.cage, "tables")
        stale = f"{kept[: -len(content_version())]}{'0' * len(content_version())}"
        with connect(server.dsn) as connection:
            connection.execute(f"CREATE DATABASE {stale} IS_TEMPLATE true ALLOW_CONNECTIONS false")
    said = run("clean").output
    with connect(server.dsn) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE datname = ANY(%s)", [[kept, stale]]
        ).fetchall()

    assert said.startswith("Dropped ")
    assert rows == [(kept,)]


def test_psql_is_never_on_a_database_of_the_judge(server):
    """A notebook's kernel owns both its own database and the judge's, with what is hidden there."""
    provider.ensure_template(server, "small")
    own = psycopg.conninfo.conninfo_to_dict(provider.clone(server, chapters()[0].name, "small"))["dbname"]
    with closing(Cage(server)) as cage:
        cage.clone(ensure_base(cage, "tables"), [cage.group("reader")])
        found = newest_database(server)
    provider.drop_clone(server, own)

    assert psycopg.conninfo.conninfo_to_dict(found)["dbname"] == own


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
@pytest.mark.usefixtures("server")  # root's account for the server is made with it
def test_a_disk_that_takes_nothing_is_an_error_in_our_words(tmp_path):
    """No traceback where a file cannot be written: its name, what the system says, and what to do."""
    environ = {**os.environ, "LESSONLAB_HOME": str(tmp_path / "home")}
    environ.pop("LESSONLAB_DSN", None)
    source = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
    source += "from lessonlab.cli import main; sys.argv = ['lessonlab', 'clean']; main()"
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, encoding="utf-8", env=environ, check=False
    )

    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert done.stderr.startswith("lessonlab: ")
    assert "\nnext: lessonlab doctor" in done.stderr


# ---- one workspace


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """Return a home of the lab that remembers nothing; `list` starts no server in it."""
    monkeypatch.setenv("LESSONLAB_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("LESSONLAB_WORKSPACE", raising=False)
    return tmp_path / "home"


@pytest.fixture
def remembered(own_home, tmp_path, monkeypatch):  # noqa: ARG001 - it is remembered there
    """Return a workspace with its pages that was made from its own parent, as by the first start."""
    (tmp_path / "first").mkdir()
    monkeypatch.chdir(tmp_path / "first")
    assert 0 == run("reset", "--yes").exit_code
    return tmp_path / "first" / "lessonlab-work"


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize("stand", ["beside", "in it", "below it", "elsewhere"])
def test_one_workspace_wherever_one_stands(remembered, stand, tmp_path, monkeypatch):
    """`list` knows what was done, `reset` makes no second set, and each says which folder it is."""
    (remembered / "below").mkdir()
    (tmp_path / "elsewhere").mkdir()
    folders = {"beside": "..", "in it": ".", "below it": "below", "elsewhere": tmp_path / "elsewhere"}
    monkeypatch.chdir(remembered / folders[stand])
    path = remembered / "01_good.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("'fine'", "'mine'"), encoding="utf-8")

    listed, reset = run("list"), run("reset", "01")
    assert "edited" == listed.stdout.splitlines()[0].split()[-1]
    assert f"Your notebooks are in {remembered}\n" == listed.stderr == reset.stderr
    assert "01_good is fresh; yours is kept" in reset.stdout
    made = [path for path in tmp_path.rglob("01_good.ipynb") if path.parent.name != "notebooks"]
    assert [remembered / "01_good.ipynb"] == made


@pytest.mark.usefixtures("course", "remembered")
def test_the_workspace_that_is_named_is_meant_from_then_on(tmp_path, monkeypatch):
    """`--workspace` chooses another, and it is the one."""
    run("reset", "--yes", "--workspace", tmp_path / "second")
    monkeypatch.chdir(tmp_path)

    assert f"Your notebooks are in {tmp_path / 'second'}\n" == run("list").stderr
    assert f"workspace  {tmp_path / 'second'}\n" in run("doctor").stdout
    run("list", "--workspace", tmp_path / "first" / "lessonlab-work")
    assert f"Your notebooks are in {tmp_path / 'first' / 'lessonlab-work'}\n" == run("list").stderr


@pytest.mark.usefixtures("course")
def test_a_workspace_that_is_out_of_reach_is_not_made_again(remembered, tmp_path, monkeypatch):
    """Pages on a drive that is away are put on no other; where they alone are gone, they come back."""
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(remembered)
    assert "Your notebooks are not there yet; lessonlab start puts them in" in run("list").stderr
    assert 0 == run("reset", "01").exit_code
    assert (remembered / "01_good.ipynb").is_file()

    shutil.move(remembered.parent, tmp_path / "away")
    for words in (["reset", "01"], ["start", "01", "--no-browser"]):
        result = run(*words)
        assert 1 == result.exit_code
        assert f"your notebooks are in {str(remembered)!r}, and that is not there" in result.stderr
        assert "next: lessonlab start --workspace DIR" in result.stderr
    assert f"✗ workspace  {remembered} is not there" in run("doctor").stdout
    assert 0 == run("list").exit_code


@pytest.mark.usefixtures("course", "own_home")
@pytest.mark.parametrize("note", ["", "[]", "{}", '{"workspace": 3}'])
def test_a_note_that_cannot_be_read_is_none(own_home, note, tmp_path, monkeypatch):
    """What is remembered is a help: without it the folder is the one below."""
    own_home.mkdir()
    (own_home / "workspace.json").write_text(note)
    monkeypatch.chdir(tmp_path)

    assert f"puts them in {tmp_path / 'lessonlab-work'}\n" in run("list").stderr


@pytest.mark.usefixtures("course")
def test_check_finds_the_readers_own_pages(remembered, tmp_path, monkeypatch):
    """A page that is not here may be one of theirs; without a name all of theirs are meant."""
    monkeypatch.chdir(tmp_path)
    for words in (["check", "01_good.ipynb"], ["check"]):
        result = run(*words)
        assert f"Your notebooks are in {tmp_path / 'first' / 'lessonlab-work'}\n" in result.stderr
        assert str(remembered) in result.stderr.splitlines()[1]
        assert "there is no exercise" not in result.stderr
    assert "Your notebooks" not in run("check", "none.ipynb").stderr


# ---- start, stop


@pytest.fixture(autouse=True)
def forgotten(settings):
    """Have nothing remembered of the test before."""
    (settings.home / "workspace.json").unlink(missing_ok=True)


@pytest.fixture
def home():
    """Return an empty home of its own for a server, which the server's account can enter."""
    folder = new_folder("lessonlab-home-")
    folder.chmod(0o711)
    yield folder
    run("stop", env={"LESSONLAB_HOME": str(folder), "LESSONLAB_DSN": ""})
    shutil.rmtree(folder)


class Start:
    """A running `lessonlab start`."""

    def __init__(self, *arguments, cwd, **environ):
        self.process = subprocess.Popen(
            command("start", chapters()[0].key, "--no-browser", *arguments),
            cwd=cwd,
            env={**os.environ, "PYTHONFAULTHANDLER": "1", **environ},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines = []

    def read_to(self, words):
        """Return the first line that holds *words*."""
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            if words in line:
                return line.strip()
        raise AssertionError("\n".join(self.lines))

    def url(self):
        """Return the address of the running JupyterLab."""
        return self.read_to("http://").partition("http://")[2]

    def end(self, number=signal.SIGINT):
        """Send a signal, unless it has ended, and return the exit code; one that goes on is asked where."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            said = self.process.communicate(timeout=300)[0]
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)  # which faulthandler answers with all stacks
            said = self.process.communicate()[0]
        self.lines += said.splitlines()
        return self.process.returncode


def get(url, path):
    """Return what the API of the JupyterLab at *url* says at *path*."""
    base, _, token = url.strip().partition("?")
    with urllib.request.urlopen(f"http://{base.partition('/')[0]}{path}?{token}", timeout=30) as answer:
        return json.load(answer)


def assert_in_no_log(token, *folders):
    """Assert that *token*, with which anybody may do anything, is in no log below *folders*."""
    until, texts = time.monotonic() + 60, {}
    while not any("last.ipynb" in text for text in texts.values()):
        assert time.monotonic() < until, texts
        logs = [path for folder in folders for path in folder.rglob("*.log") if path.is_file()]
        texts = {path: path.read_text(encoding="utf-8", errors="replace") for path in logs}

    assert len(token) >= 40
    assert any("404 GET /api/contents/none.ipynb" in text for text in texts.values())
    assert [path for path, text in texts.items() if token in text] == []


@POSIX
@pytest.mark.usefixtures("server")
@pytest.mark.slow
def test_start(settings, tmp_path):
    """JupyterLab serves the reader's folder, quietly and trusted, until Ctrl+C ends all that it held."""
    place = tmp_path / ODD
    place.mkdir()
    before = len(leases.live_leases(settings.home))
    start = Start(cwd=place)
    try:
        url = start.url()
        name = chapters()[0].filename
        assert f"/lab/tree/{name}?token=" in url
        assert {"connections", "kernels"} <= set(get(url, "/api/status"))
        cells = get(url, f"/api/contents/{name}")["content"]["cells"]
        assert {True} == {cell["metadata"]["trusted"] for cell in cells if cell["cell_type"] == "code"}
        quiet = get(url, "/lab/api/settings/@jupyterlab/apputils-extension:notification")["schema"]
        assert "false" == quiet["properties"]["fetchNews"]["default"]
        assert quiet["properties"]["checkForUpdates"]["default"] is False
        assert "Press Ctrl+C to stop." == start.read_to("Press")
        for name in ("none.ipynb", "last.ipynb"):  # JupyterLab notes the address, in part after it answers
            with pytest.raises(urllib.error.HTTPError, match="404"):
                get(url, f"/api/contents/{name}")
        assert_in_no_log(url.partition("token=")[2], place, settings.home)
        assert before + (settings.dsn is None) == len(leases.live_leases(settings.home))
    finally:
        code = start.end()
    assert 0 == code, start.lines
    assert before == len(leases.live_leases(settings.home))
    assert [] == list((settings.home / "jupyterlabs").iterdir())
    with pytest.raises(OSError, match="refused"):
        get(url, "/api/status")


def test_a_step_that_takes_long_is_said(capsys):
    """What takes longer than it may is said while it lasts; what does not, never."""
    with slow_step("this is quick", 600):
        pass
    with slow_step("this is slow", 0.01):
        while not (said := capsys.readouterr().out):
            time.sleep(0.01)
    assert "this is slow …\n" == said
    assert "" == capsys.readouterr().out


@POSIX
@pytest.mark.slow
def test_start_in_an_empty_home(home, tmp_path):
    """JupyterLab is there with the small class; the large one is said to be built, and then to be ready."""
    start = Start(cwd=tmp_path, LESSONLAB_HOME=str(home), LESSONLAB_DSN="")
    try:
        start.read_to("JupyterLab: ")
        start.read_to("The large class of learners is being built meanwhile")
        start.read_to("Press Ctrl+C to stop.")
        start.read_to("The large class of learners is ready.")
    finally:
        start.end()
    assert 0 == start.process.returncode


@POSIX
@pytest.mark.usefixtures("server")
@pytest.mark.slow
def test_start_twice(tmp_path):
    """Two starts at once in one folder make one JupyterLab; the second says where it is and ends."""
    one, two = Start(cwd=tmp_path), Start(cwd=tmp_path)
    try:
        urls = {one.url(), two.url()}
        assert 1 == len(urls)
        said = sorted(line.partition(": http")[0] for line in (one.lines[-1], two.lines[-1]))
        assert ["JupyterLab", "JupyterLab is already running here"] == said
        second = one if "already" in one.lines[-1] else two
        assert 0 == second.process.wait(30)
    finally:
        for start in (one, two):
            start.end(signal.SIGHUP)
    assert [0, 0] == [one.process.returncode, two.process.returncode], one.lines + two.lines


SIGNALLED_WHERE_IT_IS_DROPPED = """
import os, signal
from lessonlab import cli
from lessonlab.cli import start

class Finalized:
    def __del__(self):
        os.kill(os.getpid(), signal.{})

go_on = start.keep_open
def keep_open(*given):
    Finalized()
    print("and it goes on", flush=True)
    go_on(*given)
start.keep_open = keep_open
cli.main()
"""


@POSIX
@pytest.mark.usefixtures("server")
@pytest.mark.slow
@pytest.mark.parametrize("name", ["SIGHUP", "SIGINT"])
def test_a_signal_that_python_drops_ends_a_start_all_the_same(name, tmp_path):
    """What a handler raises in a finalizer goes nowhere: whoever waits asks whether a signal has come."""
    done = subprocess.run(
        [sys.executable, "-c", SIGNALLED_WHERE_IT_IS_DROPPED.format(name), "start", "--no-browser"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    said = done.stdout.splitlines()

    assert "Exception ignored in" in done.stderr
    assert "and it goes on" in said
    assert ["Press Ctrl+C to stop.", "Stopped. Your notebooks stay where they are."] == said[-2:]
    assert 0 == done.returncode


@POSIX
def test_a_signal_that_is_ignored_from_the_start_stays_so():
    """As `nohup` has it: a closed terminal does not end what was started to outlive it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with ended_by_signals() as told:
            with suppress(KeyboardInterrupt):  # which would end all tests, and not this one
                signal.raise_signal(signal.SIGHUP)
            ignored = not told()
            with pytest.raises(KeyboardInterrupt):
                signal.raise_signal(signal.SIGTERM)
            heard = told()
    finally:
        signal.signal(signal.SIGHUP, before)

    assert (ignored, heard) == (True, True)


def test_start_refuses_source(tmp_path):
    """A folder with package source is refused before a server is started."""
    (tmp_path / "pyproject.toml").touch()
    result = run("start", chapters()[0].key, "--no-browser", "--workspace", tmp_path)
    assert 1 == result.exit_code
    assert "" == result.stdout
    assert "holds source code (pyproject.toml)" in result.stderr


def test_start_without_a_server(work):
    """Where nothing answers at the DSN, two lines say so."""
    result = run(
        "start", chapters()[0].key, "--no-browser", "--workspace", work, "--dsn", "postgresql://127.0.0.1:1/x"
    )
    assert 1 == result.exit_code
    assert result.stderr.startswith("lessonlab: no server answers at 127.0.0.1:1")
    assert 2 == len(result.stderr.splitlines())


@pytest.mark.usefixtures("server")
def test_start_on_a_taken_port(work):
    """A port that was asked for and is taken is our error, and no JupyterLab is left."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        result = run("start", chapters()[0].key, "--no-browser", "--workspace", work, "--port", port)
    assert 1 == result.exit_code
    assert f"port {port} cannot be used" in result.stderr
    assert not (work / ".lessonlab" / "jupyterlab.log").exists()


@POSIX
@pytest.mark.usefixtures("server")
@pytest.mark.slow
def test_start_with_a_closed_home(tmp_path):
    """Where HOME cannot be written to, Jupyter's folders are in the lab's home."""
    (tmp_path / "file").write_text("x")
    start = Start(cwd=tmp_path, HOME=str(tmp_path / "file" / "home"))
    try:
        assert {"connections", "kernels"} <= set(get(start.url(), "/api/status"))
    finally:
        code = start.end(signal.SIGTERM)
    assert 0 == code, start.lines


@POSIX
@pytest.mark.usefixtures("server")
@pytest.mark.slow
def test_start_whose_jupyterlab_was_stopped(settings, tmp_path):
    """When `lessonlab stop` ends JupyterLab, the command that started it ends well."""
    start = Start(cwd=tmp_path)
    try:
        start.read_to("Press")
        assert [str(tmp_path / "lessonlab-work")] == [ended.root for ended in end_all(settings.home)]
        assert 0 == start.process.wait(60)
    finally:
        start.end()


@pytest.mark.slow
def test_stop_ends_jupyterlab_and_server(home, work):
    """Stop ends the JupyterLab that we started and our server, and names both."""
    settings = Settings(home)
    place = open_workspace(work)
    with use_server(settings, "test"):
        environ = jupyter_environ(home)
        with launch(place, page="lab", port=None, environ=environ) as process:
            record(home, process, place.root)
            wait_until_ready(place, process, environ)
            result = run("stop", env={"LESSONLAB_HOME": str(home), "LESSONLAB_DSN": ""})
        assert [f"Stopped JupyterLab on {work}", "Stopped PostgreSQL."] == result.output.splitlines()
        assert running_dsn(our_server(settings)) is None


def test_stop_of_nothing(home):
    """Where nothing runs, stop says so and makes nothing."""
    result = run("stop", env={"LESSONLAB_HOME": str(home), "LESSONLAB_DSN": ""})
    assert (0, "Nothing was running.\n") == (result.exit_code, result.output)


def test_stop_of_a_server_alone(home):
    """A server that no JupyterLab uses is stopped as well."""
    find_server(Settings(home))
    result = run("stop", env={"LESSONLAB_HOME": str(home), "LESSONLAB_DSN": ""})
    assert "Stopped PostgreSQL.\n" == result.output
