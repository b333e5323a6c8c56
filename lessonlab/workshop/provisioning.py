"""
A role and a database for each person of a class, on a server of the instructor's: made, put right, removed.

What is there is compared with what there should be, by one query; only what differs is done.  So it can be
ended anywhere and run again, and running it again takes back what roles have done to themselves.  Nothing
here enters a database that a student has had: what lies there could run with the rights of who looks at it.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, closing
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql
from psycopg.rows import class_row

from lessonlab import content
from lessonlab.errors import ServerError
from lessonlab.postgres.connect import connect
from lessonlab.postgres.templates import drop_database
from lessonlab.workshop import hardening
from lessonlab.workshop.class_server import OWN_WORDS, close_doors, open_admin, require_password
from lessonlab.workshop.given_template import ensure_given_template
from lessonlab.workshop.hardening import OWNER, SESSIONS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from psycopg import Connection

    from lessonlab.workshop.databases import GivenDatabase

WORKERS = 2  # more wait for one another in the server
FULL = "53100"


@dataclass(frozen=True, slots=True)
class FoundThere:
    """What a server has under one name, as `sql/provision/known.sql` says."""

    name: str
    role_there: bool
    role_plain: bool
    password: str | None
    settings: list[str]
    strays: list[str]
    database_there: bool
    database_whole: bool
    doors_right: bool


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done for one person: their *role*, their *database*, or who may enter it."""

    one: GivenDatabase
    found: FoundThere
    role: bool
    database: bool
    doors: bool


@dataclass(slots=True)
class Done:
    """How many databases were made, and how many roles and doors were put right."""

    made: int = 0
    put_right: int = 0

    def count(self, task: Task) -> None:
        """Count *task*."""
        self.made += task.database
        self.put_right += not task.database


def task_for(one: GivenDatabase, found: FoundThere) -> Task | None:
    """Return what is to be done for *one*, `None` where all is as it should be."""
    well = found.role_plain and sorted(found.settings) == SETTINGS and not found.strays
    well = well and hardening.is_verifier_of(found.password, one.password)
    whole = found.role_there and found.database_whole
    if well and whole and found.doors_right:
        return None
    return Task(one, found, role=not well, database=not whole, doors=not found.doors_right)


def tasks(admin: Connection[Any], given: Collection[GivenDatabase]) -> list[Task]:
    """Return what is to be done for *given*, in their order."""
    asked = {"names": [one.name for one in given], "sessions": SESSIONS}
    with admin.cursor(row_factory=class_row(FoundThere)) as cursor:
        found = {there.name: there for there in cursor.execute(content.sql("provision/known"), asked)}
    return [task for one in given if (task := task_for(one, found[one.name]))]


def provision(dsn: str, given: Collection[GivenDatabase], tell: Callable[[int, int], object]) -> Done:
    """
    Make what is missing of *given*, put right what differs, and return how many; *tell* hears how far it is.

    Raise `ServerError` where the server asks for no password, or fails: what was done stays.
    """
    done = Done()
    with ExitStack() as stack:
        admins = [stack.enter_context(closing(open_admin(dsn))) for _ in range(WORKERS)]
        template = ensure_given_template(admins[0], dsn)
        close_doors(admins[0])
        plan = tasks(admins[0], given)
        try:
            for task in plan[:1]:
                run(task, admins[0], dsn, template)
                done.count(task)
            for one in list(given)[:1]:
                require_password(dsn, one)
            for number, task in enumerate(run_all(plan[1:], admins, dsn, template), 2):
                done.count(task)
                tell(number, len(plan))
        except psycopg.Error as error:
            raise refused(error, done, len(plan)) from None
    return done


def run_all(
    plan: Iterable[Task], admins: Iterable[Connection[Any]], dsn: str, template: str
) -> Iterable[Task]:
    """Run the tasks of *plan*, one on each of *admins* at a time, and yield each that is done."""
    free: SimpleQueue[Connection[Any]] = SimpleQueue()
    for admin in admins:
        free.put(admin)

    def work(task: Task) -> Task:
        admin = free.get()
        try:
            run(task, admin, dsn, template)
        finally:
            free.put(admin)
        return task

    pool = ThreadPoolExecutor(WORKERS, "lessonlab provision")
    try:
        for done in as_completed([pool.submit(work, task) for task in plan]):
            yield done.result()
    finally:
        pool.shutdown(cancel_futures=True)  # those that have begun end first


def run(task: Task, admin: Connection[Any], dsn: str, template: str) -> None:
    """Do *task*; a database is whole when its comment says so, at the very end."""
    one, found = task.one, task.found
    if task.role:
        for statement in found.strays:
            admin.execute(statement.encode())
        verifier = hardening.verifier(admin, one)
        admin.execute(hardening.role_statements(one, verifier, there=found.role_there))
    if task.database:
        if found.database_there:
            drop_database(admin, one.name)
        admin.execute(hardening.clone_statement(one.name, template))
        with closing(connect(dsn, dbname=one.name, options=OWN_WORDS)) as inside:
            names = (sql.Identifier(OWNER), sql.Identifier(one.name))
            inside.execute(sql.SQL("REASSIGN OWNED BY {} TO {}").format(*names))
    if task.database or task.doors:
        admin.execute(hardening.door_statements(one.name))


def remove(dsn: str, gone: Iterable[GivenDatabase]) -> None:
    """Drop the databases and roles of *gone*, and whoever is connected."""
    with closing(open_admin(dsn)) as admin:
        for one in gone:
            drop_database(admin, one.name)
            admin.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(one.name)))


def empty(dsn: str, whose: Iterable[GivenDatabase]) -> None:
    """Drop the databases of *whose*, which are missing then, and are made again."""
    with closing(open_admin(dsn)) as admin:
        for one in whose:
            drop_database(admin, one.name)


def end_sessions(dsn: str, whose: Iterable[GivenDatabase]) -> None:
    """End the sessions of *whose* roles: who came in by an old password would stay."""
    asked = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ANY (%s)"
    with closing(open_admin(dsn)) as admin:
        admin.execute(asked, [[one.name for one in whose]])


def refused(error: psycopg.Error, done: Done, wanted: int) -> ServerError:
    """Return our word for a server that failed on the way."""
    so_far = f"{done.made + done.put_right} of {wanted} are done"
    if error.sqlstate == FULL:
        return ServerError(
            f"the server's disk is full, {so_far}", cure="free some room, then run the same again"
        )
    said = error.diag.message_primary or str(error).strip()
    return ServerError(f"the server refused, {so_far}: {said}", cure="run the same again: it goes on there")
