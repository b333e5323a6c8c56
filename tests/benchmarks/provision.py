"""
A class on one server: what a database a person costs, beside a bare CREATE ROLE and CREATE DATABASE.

    python tests/benchmarks/provision.py                    500 people, on a server that is thrown away
    python tests/benchmarks/provision.py --dsn postgresql://postgres@db.example.org/postgres
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from psycopg import sql

from lessonlab.config import Settings
from lessonlab.postgres.server import use_server
from lessonlab.system.files import temporary_folder
from lessonlab.workshop import provisioning
from lessonlab.workshop.class_server import open_admin
from lessonlab.workshop.databases import GivenDatabase, drawn
from lessonlab.workshop.given_template import ensure_given_template


def bare(dsn: str, given: list[GivenDatabase]) -> None:
    """Make a role and a database for each of *given*, and nothing more, by as many workers."""

    def work(part: list[GivenDatabase]) -> None:
        with open_admin(dsn) as admin:
            for one in part:
                name = sql.Identifier(one.name)
                admin.execute(
                    sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(name, sql.Literal(one.password))
                )
                admin.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, name))

    with ThreadPoolExecutor(provisioning.WORKERS) as pool:
        list(
            pool.map(work, (given[number :: provisioning.WORKERS] for number in range(provisioning.WORKERS)))
        )


def hardened(dsn: str, given: list[GivenDatabase]) -> None:
    """Do what `lessonlab class provision` does."""
    provisioning.provision(dsn, given, lambda *_: None)


def timed(what: object, dsn: str, given: list[GivenDatabase]) -> float:
    """Return the seconds that it takes."""
    began = time.perf_counter()
    what(dsn, given)  # type: ignore[operator]
    return time.perf_counter() - began


def main() -> None:
    """Make both, run the second again, print the times and the ratio, and drop everything."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[1])
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--dsn")
    options = parser.parse_args()
    with ExitStack() as stack:
        home = stack.enter_context(temporary_folder("lessonlab-provision-"))
        home.chmod(0o711)  # the server's account must pass through
        dsn = options.dsn or stack.enter_context(use_server(Settings(home), "benchmark")).dsn
        with open_admin(dsn) as admin:
            began = time.perf_counter()
            ensure_given_template(admin, dsn)
            print(f"template {time.perf_counter() - began:.1f} s, once on a server")
        people = [drawn(f"p{number}@example.org") for number in range(2 * options.people)]
        plain, whole = people[: options.people], people[options.people :]
        try:
            least = timed(bare, dsn, plain)
            full = timed(hardened, dsn, whole)
            again = timed(hardened, dsn, whole)
        finally:
            if options.dsn:  # a server of our own goes as a whole
                provisioning.remove(dsn, people)
    print(f"{options.people} people: {full:.1f} s, {1000 * full / options.people:.0f} ms each")
    print(f"bare CREATE ROLE and CREATE DATABASE: {least:.1f} s; {full / least:.2f} × that")
    print(f"run again, with nothing to do: {again:.1f} s")


if __name__ == "__main__":
    main()
