"""The house: who imports whom, which files are used, what the README and CI promise."""

from __future__ import annotations

import ast
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import grimp
import nbformat
import pytest
import yaml

import lessonlab
from lessonlab import content
from lessonlab.cli import COMMANDS, MODULES
from lessonlab.queries import queries

ROOT = Path(__file__).resolve().parents[1]
NUMBERED = {"reader", "citus", "migrations", "operations", "schema", "strict"}  # applied by folder, in order
FOUND = {
    "analytics",
    "claims",
    "prepared",
    "review",
}  # found by folder, by the name of a query, claim or rule
TOP = {
    *("pyproject.toml", "README.md", "notebooks", "sql", "lessonlab", "exercises", "tests"),
    *("docker-compose.yml", "LICENSE"),
}
TEST_COMMAND = 'pip install -e ".[test]" && pytest'
SCREEN = 56  # lines
START_COMMANDS = (
    "python -m pip install .\npython -m lessonlab start"  # as PowerShell 5.1, cmd, zsh and bash take them
)


def tracked():
    """Return the files that git knows, or would."""
    listed = subprocess.run(
        [shutil.which("git"), "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return [Path(line) for line in listed.stdout.splitlines() if (ROOT / line).exists()]


def test_import_contract_is_kept():
    """A room imports only rooms below it; every room is in the list."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    kept = "1 kept, 0 broken" in checked.stdout  # the banner stays out of the message
    assert kept, checked.stdout.partition("Broken contracts")[2] or checked.stdout + checked.stderr


def test_the_options_of_a_run_leave_nothing_out():
    """Notebooks are run and compared, doctests too, whatever a command line leaves unsaid."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["pytest"]
    options = options["ini_options"]
    compared = {
        "--doctest-modules",
        "--nbval",
        "--nbval-current-env",
        "--nbval-sanitize-with=tests/sanitize.cfg",
    }
    chosen = [
        option for option in options["addopts"] if re.match(r"-[mk]\b|--(ignore|deselect|lf|sw)", option)
    ]

    assert {"lessonlab", "tests", "notebooks"} - set(options["testpaths"]) == set(), "testpaths leave out"
    assert compared - set(options["addopts"]) == set(), "addopts leave out"
    assert chosen == [], "addopts choose among the tests"
    assert options["filterwarnings"] == ["error"]


@pytest.mark.slow
def test_each_page_is_collected_cell_by_cell():
    """nbval sees each code cell of a page that is asked for alone, and tests/conftest.py calls it slow."""
    path = ROOT / "notebooks/00_start_here.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0", "-m", "slow"]
    bare = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    listed = subprocess.run(
        [*command, str(path)], cwd=ROOT, env=bare, capture_output=True, encoding="utf-8", check=True
    )

    collected = re.findall(r"^notebooks/00_start_here\.ipynb::", listed.stdout, re.MULTILINE)
    assert len(collected) == sum(cell["cell_type"] == "code" for cell in cells), listed.stdout


TESTS = sorted(path for path in (ROOT / "tests").rglob("test_*.py"))


def hollow(tree):
    """Yield the tests of a module that end before they have asked anything, or ask nothing."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    asking, more = set(), {"pytest.raises", "pytest.fail"}
    while more:  # a helper that calls a helper that asserts asks too
        asking |= more
        more = {node.name for node in functions if asks(node, asking)} - asking
    for node in functions:
        if node.name.startswith("test_"):
            ends = [line for line in node.body if isinstance(line, ast.Return | ast.Raise)]
            if ends:
                yield f"{node.name} ends at line {ends[0].lineno}, whatever it tests"
            elif not asks(node, asking):
                yield f"{node.name} asserts nothing"


def asks(function, asking):
    """Say whether *function* asserts, or calls what does: *asking*, a given check, a library's wait."""
    calls = {ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
    known = re.compile(r"(^|\.)(assert_\w+|wait_for(_\w+)?|expect)$")
    asserts = any(isinstance(node, ast.Assert) for node in ast.walk(function))
    given = {argument.arg for argument in function.args.args} & {"check"}
    calls |= {call.rpartition(".")[2] for call in calls}
    return asserts or bool(calls & (asking | given)) or any(known.search(call) for call in calls)


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_each_test_can_fail(path):
    """A test asserts something, and does not return before it has."""
    assert list(hollow(ast.parse(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("def test_a():\n    return\n    assert 1 == 2", ["test_a ends at line 2, whatever it tests"]),
        ("def test_a():\n    x = 1", ["test_a asserts nothing"]),
        ("def test_a():\n    'why'\n    assert 1", []),
        ("def ask():\n    assert 1\ndef test_a():\n    ask()", []),
        ("def test_a():\n    with pytest.raises(ValueError):\n        int('x')", []),
        ("def test_a():\n    if x:\n        return\n    assert 1", []),
    ],
)
def test_a_hollow_test_is_seen(code, said):
    """The search for tests that cannot fail finds each kind, and no other."""
    assert list(hollow(ast.parse(code))) == said


def rooms():
    """Return the rooms from the roof down as the import contract has them, those on one line together."""
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    return [tuple(re.findall(r"\w+", layer)) for layer in contract["contracts"][0]["layers"]]


def test_the_house_is_drawn_as_the_contract_has_it():
    """The picture in the package's docstring has each room of the contract on its line, and no other."""
    drawn = [
        tuple(re.split(r" · ", line.strip().split("  ")[0].rstrip()))
        for line in re.findall(r"^    (?=\w)(.{35}) ", lessonlab.__doc__, re.MULTILINE)
    ]

    assert drawn == rooms()


@pytest.mark.parametrize("room", [name for line in rooms() for name in line])
def test_each_room_says_what_it_is_for(room):
    """A room's first lines, or those of a module that stands alone, are its purpose."""
    folder = ROOT / "lessonlab" / room
    module = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")

    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))), f"{module}: no docstring"


def imported(code):
    """Yield the top-level modules that *code* imports."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def declared(*extras):
    """Return the distributions that pyproject.toml asks for, those of *extras* too, and theirs it names."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    found = set()
    for line in asked:
        name, parts = re.match(r"([\w.-]+)(?:\[([\w,]+)\])?", line).groups()
        found.add(plain(name))
        for part in (parts or "").split(","):  # psycopg[pool] is psycopg-pool
            found |= {plain(need) for need in requires(name) or () if part and f'extra == "{part}"' in need}
    return found


def plain(requirement):
    """Return the name at the head of a requirement as registries compare it."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


@pytest.mark.parametrize(("folder", "extras"), [("lessonlab", ("redis",)), ("tests", ("redis", "test"))])
def test_every_import_is_declared(folder, extras):
    """What is imported is asked for by name: a dependency's own dependency may go with its next version."""
    asked, provided = declared(*extras), packages_distributions()
    here = {"lessonlab", *(path.stem for path in (ROOT / "tests").rglob("*.py"))} | sys.stdlib_module_names
    missing = {
        f"{path.relative_to(ROOT)} imports {module}, pyproject.toml asks for none of {provided.get(module)}"
        for path in (ROOT / folder).rglob("*.py")
        for module in imported(path.read_text(encoding="utf-8"))
        if module not in here and not asked & {plain(name) for name in provided.get(module, ())}
    }

    assert sorted(missing) == []


def doubled(named):
    """Return the names of (name, place) that stand in more than one place, with the places."""
    places = {}
    for name, place in sorted(named):
        places.setdefault(name, []).append(place)
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_module_is_longer_than_the_map_says():
    """One purpose fits on as many lines as CONTRIBUTING.md names."""
    text = (ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    most = int(re.search(r"A module has at most (\d+) lines", text)[1])
    lines = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "lessonlab").rglob("*.py")
    }

    assert {name: count for name, count in lines.items() if count > most} == {}


def test_a_module_s_name_stands_for_one_thing():
    """A search finds one; commands are called as they are typed, and a room may have one of its own name."""
    modules = {
        (path.stem, path.relative_to(ROOT).as_posix())
        for path in (ROOT / "lessonlab").rglob("*.py")
        if path.stem not in {"__init__", "__main__", path.parent.name}
        and not (path.parent.name == "cli" and path.stem in COMMANDS)
    }
    taken = {(room, room) for line in rooms() for room in line if (ROOT / "lessonlab" / room).is_dir()}

    assert doubled(modules | taken) == {}


def test_a_class_s_name_stands_for_one_thing():
    """A search for a class finds one."""
    classes = {
        (node.name, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}")
        for path in (ROOT / "lessonlab").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }

    assert doubled(classes) == {}


def test_top_level_holds_only_what_was_named():
    """Nothing stands at the top but what was asked for, and dot files."""
    found = {path.parts[0] for path in tracked()}

    assert {name for name in found if not name.startswith(".")} == TOP


def test_every_sql_file_is_used_and_every_name_used_exists():
    """A file that nobody reads and a name without a file are both errors."""
    files = {
        path.relative_to(ROOT / "sql").with_suffix("").as_posix()
        for path in (ROOT / "sql").rglob("*.sql")
        if path.parent.name not in NUMBERED | FOUND
    }
    folders = "|".join(sorted({name.split("/")[0] for name in files}))
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "lessonlab").rglob("*.py"))
    named = set(re.findall(rf"""["'](({folders})/\w+)["']""", code + notebook_code()))
    names = {name for name, _ in named}

    assert sorted(files - names) == [], "files below sql/ that nothing names in full: 'folder/name'"
    assert sorted(names - files) == [], "names of files that are not below sql/"


def notebook_code():
    """Return the code of all notebooks."""
    cells = [
        cell
        for path in (ROOT / "notebooks").glob("*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    ]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def test_every_file_that_is_found_by_folder_is_found():
    """No query lies in the folder that `lab.query` does not know, and no other file does."""
    files = {path.relative_to(ROOT / "sql").as_posix() for path in (ROOT / "sql/analytics").iterdir()}

    assert files == {f"analytics/{query.name}.sql" for query in queries()}


@pytest.mark.parametrize("name", sorted(NUMBERED | FOUND))
def test_folders_that_are_used_whole_are_not_empty(name):
    """A set that is applied by folder has files."""
    assert list((content.folder("sql") / name).glob("*.sql"))


def test_readme_opens_with_the_two_commands():
    """The README's first code blocks are what a student and what CI type."""
    blocks = re.findall(
        r"```(?:sh|console|bash)\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )

    assert [block.strip() for block in blocks[:2]] == [START_COMMANDS, TEST_COMMAND]


def test_readme_says_the_test_command_for_a_shell_without_and():
    """PowerShell 5.1 has no `&&`: the same in two lines stands right below."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    below = text.partition(TEST_COMMAND)[2].partition("\n## ")[0].removeprefix("\n```").strip()
    first, _, second = TEST_COMMAND.partition(" && ")

    assert (
        f"Windows PowerShell 5.1 wants two lines: `python -m {first}`, then `python -m {second}`."
        == (below.splitlines()[0])
    )


def test_readme_names_each_benchmark():
    """Whoever looks for a figure finds the program that prints it."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    files = (ROOT / "tests" / "benchmarks").glob("*.py")
    programs = [path.name for path in files if '__name__ == "__main__"' in path.read_text(encoding="utf-8")]

    assert [] == [name for name in programs if f"python tests/benchmarks/{name}" not in text]


def test_no_test_makes_a_folder_that_windows_closes_to_a_server():
    """`mkdtemp` gives its folder a list without the user's name in it: `files.new_folder` does not."""
    found = [
        str(path)
        for path in tracked()
        if path.suffix == ".py"
        and path.is_relative_to("tests")
        and re.search(r"\bmkdtemp\(", (ROOT / path).read_text(encoding="utf-8"))
    ]

    assert [] == found


def test_every_output_is_read_in_an_encoding_that_is_named():
    """Windows would read it in its code page; and a cure calls the pip of the Python that is asked."""
    texts = {
        path.as_posix(): (ROOT / path).read_text(encoding="utf-8")
        for path in tracked()
        if path.suffix == ".py"
    }

    assert [] == [name for name, text in texts.items() if re.search(r"\btext=True[,)]", text)]
    package = [name for name in texts if name.startswith("lessonlab/")]
    assert [] == [name for name in package if re.search(r"(?<!-m )\bpip install", texts[name])]


def test_readme_has_a_screen_for_each_reader():
    """Who starts, who teaches, who hacks: a section each, of no more lines than a screen shows."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    sections = [part.partition("\n") for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]]

    assert [title for title, _, _ in sections] == ["Start", "Instructors", "CI and hacking"]
    assert {title: lines for title, _, body in sections if (lines := len(body.splitlines())) > SCREEN} == {}


@pytest.mark.parametrize("name", ["README.md", ".github/CONTRIBUTING.md", "exercises/README.md"])
def test_what_is_said_of_files_and_commands_is_so(name):
    """Each path of the checkout and each command that a text names is there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    begun = re.compile("first_try|07h|l001|table_in_capitals|MM_slug|01_quiz_result|NN_|dropout")
    paths = re.findall(
        r"(?<![\w/.])(?:lessonlab|sql|tests|exercises|notebooks|\.github|\.ci)/[\w./-]*\w", text
    )
    commands = re.findall(r"(?:^|`|-m )lessonlab ([a-z-]+)(?: ([a-z]+)\b)?", text, re.MULTILINE)
    groups = {"exercise", "new", "class"}
    missing = {
        f"lessonlab {command} {word}"
        for command, word in commands
        if command not in COMMANDS or (command in groups and word and word not in subcommands(command))
    }

    assert {path for path in paths if not begun.search(path) and not (ROOT / path).exists()} == set()
    assert missing == set()


def subcommands(name):
    """Return what may follow the command *name*."""
    command = importlib.import_module(f"lessonlab.cli.{MODULES.get(name, name)}").command
    return command.list_commands(None)


def test_readme_names_every_command():
    """Each command has a row in the README's table."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [] == [name for name in COMMANDS if f"| `lessonlab {name}" not in text]


def test_ci_runs_the_readmes_test_command_word_for_word():
    """Both CI scripts contain the line itself."""
    assert TEST_COMMAND in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    steps = workflow()["jobs"]["pytest"]["steps"]

    assert TEST_COMMAND in [step.get("run") for step in steps]


def workflow():
    """Return the workflow as data."""
    return yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))


def compose(name="postgres"):
    """Return the service *name* of the compose file."""
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"][name]


def test_workflow_tries_the_oldest_and_the_newest_python_on_both_servers():
    """The matrix is what the package says it supports."""
    matrix = workflow()["jobs"]["pytest"]["strategy"]["matrix"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [
        c.rsplit(" ", 1)[1]
        for c in project["classifiers"]
        if c.startswith("Programming Language :: Python :: 3.")
    ]

    assert matrix == {"python": [named[0], named[-1]], "server": ["embedded", "compose"]}


def test_workflow_pins_its_actions_and_keeps_failed_notebooks():
    """Actions are named by commit, and what failed can be looked at."""
    used = [step["uses"] for step in workflow()["jobs"]["pytest"]["steps"] if "uses" in step]

    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action in used)
    assert any("upload-artifact" in action for action in used)
    written = [
        step["run"] for step in workflow()["jobs"]["pytest"]["steps"] if "--html" in step.get("run", "")
    ]
    kept = [
        step["with"]["path"]
        for step in workflow()["jobs"]["pytest"]["steps"]
        if "upload" in step.get("uses", "")
    ]
    assert [kept[0] in command for command in written] == [True]


def test_compose_service_is_pinned_local_and_healthy():
    """PostgreSQL 18 to the minor version, on loopback only, data in 18's layout, memory for sorts."""
    service = compose()

    assert re.fullmatch(r"postgres:18\.\d+-\w+", service["image"])
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert service["volumes"] == ["postgres:/var/lib/postgresql"]
    assert service["shm_size"] == "256mb"
    assert "pg_isready" in service["healthcheck"]["test"][1]


def test_compose_redis_is_pinned_local_and_a_cache():
    """Pinned, on loopback only, behind a password, nothing on disk, bounded; healthy when it answers."""
    service = compose("redis")

    assert re.fullmatch(r"redis:\d+\.\d+\.\d+-\w+", service["image"])
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])
    assert "volumes" not in service
    given = "${LESSONLAB_PASSWORD:-lessonlab}"
    assert service["environment"] == {"REDISCLI_AUTH": given}
    options = dict(re.findall(r"--([\w-]+) (\S+)", service["command"]))
    assert options == {
        "requirepass": given, "save": '""', "appendonly": "no",
        "maxmemory": "64mb", "maxmemory-policy": "allkeys-lru",
    }  # fmt: skip
    assert "redis-cli ping" in service["healthcheck"]["test"][1]


def test_workflow_and_compose_name_the_redis_as_it_is():
    """Port and password in the address are those of the compose file."""
    port = compose("redis")["ports"][0].split(":")[1]
    url = f"redis://:lessonlab@127.0.0.1:{port}/0"

    assert f"LESSONLAB_TEST_REDIS={url}" in (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    assert url in (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


def test_workflow_and_readme_name_the_compose_server_as_it_is():
    """Port, user and database in the connection string are those of the compose file."""
    service = compose()
    port = service["ports"][0].split(":")[1]
    role, database = (service["environment"][name] for name in ("POSTGRES_USER", "POSTGRES_DB"))
    dsn = f"postgresql://{role}:lessonlab@127.0.0.1:{port}/{database}"

    assert dsn in (ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8")
    assert dsn in (ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_of_a_machine_or_a_registry_is_in_the_project():
    """No absolute path of a developer's folder and no package index stands in any text file."""
    bad = re.compile(r"/(root|home/\w+|work)/|file:///|(pypi|registry)\.[a-z.]+/", re.IGNORECASE)
    found = [
        f"{path}:{number}"
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".yml", ".sql", ".ipynb", ".cfg", ""}
        and path.name not in {"test_house.py", "test_authoring_page_rules.py"}  # they say what is looked for
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if bad.search(line)
    ]

    assert found == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a process has no environment to be read there")
def test_a_process_that_a_cell_leaves_behind_makes_a_run_red(tmp_path):
    """It is named, and it is ended."""
    leave = "import subprocess; subprocess.Popen(['sleep', '987'], start_new_session=True); None"
    cell = nbformat.v4.new_code_cell(leave, execution_count=1)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "leaves.ipynb")
    small = ROOT / "tests" / "test_show_timeline.py"
    options = ["-q", "-p", "no:cacheprovider", "-c", ROOT / "pyproject.toml"]
    command = [sys.executable, "-m", "pytest", *options, small, tmp_path / "leaves.ipynb"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert done.returncode == 1, done.stdout
    assert "LEFT BEHIND by a test or a cell: sleep 987" in done.stdout


# What is done in one place: a pattern, and the module that may have it.
ONE_PLACE = {
    r"<svg ": "show/svg.py",
    r"errors import .*\blookup\b": "postgres/sqlerrors.py",
    r"pg_(try_)?advisory_(un)?lock\(": "postgres/advisory.py",
    r"NAType": "show/values.py",
    r"\bcreate_time\(": "system/processes.py",
    r"east_asian_width|\bwcs?width\(": "show/widths.py",
    r"\[: ?\w+ - 1\]\}?(…|\{MORE\})": "show/shorten.py",
    r"f?\"LINE \{": "postgres/sqlerrors.py",
}


@pytest.mark.parametrize("pattern", ONE_PLACE)
def test_one_thing_is_done_in_one_place(pattern):
    """No second module heads an SVG, names a SQLSTATE, takes a lock, cuts a text or counts widths."""
    found = {
        path.relative_to(ROOT / "lessonlab").as_posix()
        for path in (ROOT / "lessonlab").rglob("*.py")
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }
    assert {ONE_PLACE[pattern]} == found


def test_no_decision_rests_on_the_text_of_a_message():
    """A server speaks many languages: what is done depends on a SQLSTATE, a class or a state."""
    decides = re.compile(
        r"""\bin (str\(error\)|error\.message|.*message_primary)|message\.startswith\("""
        r"""|["'][\w-]+( [\w-]+)+["'] in (said|output|printed|log|text)\b"""
    )
    found = {
        f"{path.relative_to(ROOT / 'lessonlab').as_posix()}: {line.strip()}"
        for path in (ROOT / "lessonlab").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if decides.search(line)
    }
    # A server that does not start has no SQLSTATE, and its port may be free again when one looks; it is
    # started in the locale C, so that it says this in English.
    starting = "postgres/postmaster.py: passing = "
    starting += '"pre-existing shared memory" in said or "could not bind" in said or "already in use" in said'
    assert {starting} == found


def test_no_module_imports_itself_by_a_circle():
    """Not for types alone either: a value does not import what draws it."""
    graph = grimp.build_graph("lessonlab", cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    del imports["lessonlab"]  # the front door names what it opens to
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail(f"a circle: {' -> '.join(error.args[1])}")
