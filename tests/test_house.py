"""The house: who imports whom, which files are used, what the README and CI promise."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from lessonlab import content
from lessonlab.cli import COMMANDS
from lessonlab.course.chapters import chapters, read_heading
from lessonlab.queries import queries

ROOT = Path(__file__).resolve().parents[1]
NUMBERED = {"citus", "migrations", "operations", "schema", "strict"}  # applied by folder, in order
FOUND = {"analytics", "review"}  # found by folder: each file is a query or a rule, as its header says
TOP = {
    *("pyproject.toml", "README.md", "notebooks", "sql", "lessonlab", "exercises", "tests"),
    *("docker-compose.yml", "LICENSE"),
}
TEST_COMMAND = 'pip install -e ".[test]" && pytest'
START_COMMAND = "pip install . && lessonlab start"


def tracked():
    """Return the files that git knows, or would."""
    listed = subprocess.run(
        [shutil.which("git"), "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [Path(line) for line in listed.stdout.splitlines() if (ROOT / line).exists()]


def test_import_contract_is_kept():
    """A room imports only rooms below it; every room is in the list."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "1 kept, 0 broken" in checked.stdout, checked.stdout + checked.stderr


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
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "lessonlab").rglob("*.py"))
    strings = {
        node.value
        for node in ast.walk(ast.parse(_joined(code)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    strings |= set(re.findall(r"""["'](\w+/\w+)["']""", notebook_code()))
    unused = {name for name in files if not _is_named(name, strings)}
    folders = "|".join(sorted({name.split("/")[0] for name in files}))
    missing = {text for text in strings if re.fullmatch(rf"({folders})/\w*[^\W_]", text)} - files

    assert (unused, missing) == (set(), set())


def notebook_code():
    """Return the code of all notebooks."""
    cells = [
        cell
        for path in (ROOT / "notebooks").glob("*.ipynb")
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    ]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


def _is_named(name, strings):
    """Say whether *name*, its last part, or the two halves of an f-string that make it are in *strings*."""
    folder, last = name.split("/")
    halves = [(f"{folder}/{last[:cut]}", last[cut:]) for cut in range(len(last))]
    return name in strings or last in strings or any(set(half) <= strings for half in halves)


def _joined(code):
    """Return several modules as one that can be parsed."""
    return re.sub(r"^from __future__ import annotations$", "", code, flags=re.MULTILINE)


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

    assert [block.strip() for block in blocks[:2]] == [START_COMMAND, TEST_COMMAND]


def test_readme_lists_the_pages_by_their_titles():
    """Each notebook has its row, in order, under the title that it has itself."""
    rows = re.findall(
        r"^\| (\d\d[a-z]?) (.+?) \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    folder = ROOT / "notebooks"

    assert rows == [(c.key, read_heading(folder / c.filename).title) for c in chapters(folder)]


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
        and path.name not in {"test_house.py", "test_course_rules.py"}  # they say what is looked for
        for number, line in enumerate((ROOT / path).read_text(encoding="utf-8").splitlines(), 1)
        if bad.search(line)
    ]

    assert found == []
