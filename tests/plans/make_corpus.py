"""
Run the statements on every server at hand and store their plans: `python tests/plans/make_corpus.py`.

Each file `pgNN.json` maps a statement's name to what EXPLAIN (FORMAT JSON) answered, word for word.  With
names behind the command only these are run, and the others stay as they are.
"""

from __future__ import annotations

import json
import shutil
import sys
import tomllib
from pathlib import Path

import psycopg

HERE = Path(__file__).parent
NEWEST = 18
USUAL = "SET jit = off; SET max_parallel_workers_per_gather = 0;"


def plans(dsn: str, major: int) -> dict[str, object]:
    """Return the plans of the server at *dsn*, by name; those of reading statements are of a second run."""
    found = {}
    with psycopg.connect(dsn, autocommit=True) as conn:
        foreign = set_up(conn)
        for name, each in statements().items():
            if sys.argv[1:] and name not in sys.argv[1:]:
                continue
            wanted = major == NEWEST or "everywhere" in each or each.get("since") == major
            if wanted and each.get("since", 0) <= major and (foreign or name != "foreign"):
                conn.execute("RESET ALL; " + USUAL + each.get("settings", ""))
                found[name] = document(conn, each["sql"], each.get("options", ""))
    return found


def statements() -> dict[str, dict[str, str]]:
    """Return what is to be explained, by name."""
    return tomllib.loads((HERE / "statements.toml").read_text(encoding="utf-8"))


def set_up(conn: psycopg.Connection) -> bool:
    """Make the tables, and say whether there is a foreign one."""
    conn.execute((HERE / "setup.sql").read_text(encoding="utf-8"))
    known = conn.execute("SELECT FROM pg_available_extensions WHERE name = 'file_fdw'").fetchone()
    if known is not None:
        conn.execute((HERE / "foreign.sql").read_text(encoding="utf-8"))
    conn.execute("VACUUM ANALYZE")
    return known is not None


def document(conn: psycopg.Connection, statement: str, options: str) -> object:
    """Return what the server answers about *statement* when it is asked for the second time."""
    from lessonlab.plans.explain import prefix, run  # noqa: PLC0415
    from lessonlab.statements.explaining import read_options  # noqa: PLC0415

    asked = read_options(options)
    explain = prefix(analyze=asked.analyze, options=asked.options) + statement
    return [run(conn, explain, timeout=30) for _ in range(2)][1]


def main() -> None:
    """Write one file for each server."""
    sys.path.insert(0, str(HERE.parent))
    from conftest import MAJORS, find_programs, fresh_database  # noqa: PLC0415

    from lessonlab.postgres import leases, local_server  # noqa: PLC0415
    from lessonlab.postgres.initialise import make_home  # noqa: PLC0415
    from lessonlab.postgres.owned import Owned  # noqa: PLC0415
    from lessonlab.postgres.server import Server  # noqa: PLC0415
    from lessonlab.system.files import new_folder  # noqa: PLC0415

    home = new_folder("lessonlab-corpus-")
    home.chmod(0o711)
    try:
        for major in MAJORS:
            programs = find_programs(major)
            if programs is None:
                print(f"no PostgreSQL {major} here")
                continue
            kept = Owned(home / str(major), programs)
            make_home(kept.home)
            leases.take_lease(kept.home, "a corpus")  # without one the server stops by itself
            try:
                with fresh_database(Server(local_server.start(kept), local=True)) as dsn:
                    write(major, plans(dsn, major))
            finally:
                local_server.stop(kept)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def write(major: int, found: dict[str, object]) -> None:
    """Store the plans of *major*, one a line, and say how many there are."""
    path = HERE / f"pg{major}.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if sys.argv[1:] else {}
    found = {name: {**kept, **found}[name] for name in statements() if name in kept or name in found}
    lines = ",\n".join(f"{json.dumps(name)}: {short(plan)}" for name, plan in found.items())
    path.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(f"{path.name}: {len(found)} plans, {path.stat().st_size / 1000:.0f} kB")


def short(plan: object) -> str:
    """Return *plan* as JSON without spare blanks."""
    return json.dumps(plan, separators=(",", ":"), ensure_ascii=False)


if __name__ == "__main__":
    main()
