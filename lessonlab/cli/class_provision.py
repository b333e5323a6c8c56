"""`lessonlab class provision`: a database a person, on a server of the instructor's."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lessonlab.cli.options import absolute, dsn_option, progress_bar
from lessonlab.errors import ConfigError
from lessonlab.postgres.connect import place, server_version
from lessonlab.workshop import class_server, databases, given_template, provisioning
from lessonlab.workshop.class_folder import open_class

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lessonlab.workshop.class_folder import ClassFolder
    from lessonlab.workshop.databases import GivenDatabase

NAMED = 5


@click.command("provision")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR", default=".")
@dsn_option
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option(
    "--again", multiple=True, metavar="PERSON", help="Give PERSON a new password; the old one ends."
)
@click.option(
    "--empty", multiple=True, metavar="PERSON", help="Give PERSON a fresh database; theirs is gone."
)
@click.option("--remove-left", is_flag=True, help="Drop the databases of people who left the roster.")
@click.option(
    "--address", metavar="HOST:PORT", default="", help="Where students reach the server; as you do."
)
def command(
    folder: Path,
    *,
    dsn: str | None,
    dry_run: bool,
    again: tuple[str, ...],
    empty: tuple[str, ...],
    remove_left: bool,
    address: str,
) -> None:
    """
    Give everybody in the class in DIR a database on a server of yours, which is the class's alone.

    \b
    DIR/databases.csv, readable by you alone, has a connection string a person: send each their own.
    Run it again whenever the roster changed or it was ended: it goes on, and puts right what
    differs. It needs a superuser; `lessonlab class serve DIR --dsn DSN` watches over the server.

    \b
    Examples:
      lessonlab class provision spring --dsn postgresql://postgres@db.example.org/postgres
      lessonlab class provision spring --dry-run
      lessonlab class provision spring --again ada@example.org
    """
    if dsn is None:
        cure = "lessonlab class provision DIR --dsn postgresql://postgres@HOST/postgres"
        raise ConfigError("which server?", cure=cure)
    began = time.perf_counter()
    opened = open_class(absolute(folder))
    path = opened.path / databases.FILE
    wanted = databases.with_new(databases.read_databases(path), opened.people)
    here = {person.email for person in opened.people}
    left = [one for email, one in wanted.items() if email not in here]
    with closing(class_server.open_admin(dsn)) as admin:
        version, info = server_version(admin), admin.info
        click.echo(f"PostgreSQL {version // 10_000}.{version % 10_000} at {place(dsn)}")
        at = databases.address_for(dsn, info.host, info.port, address)
        if dry_run:
            plan = provisioning.tasks(admin, given_to(wanted, here))
            say_plan(plan, built=given_template.has_template(admin))
            say_left(left, "would drop" if remove_left else "")
            return
    anew = named(opened, empty, wanted)
    renewed = [replace(one, password=databases.new_password()) for one in named(opened, again, wanted)]
    wanted |= {one.email: one for one in renewed}
    databases.write_databases(path, wanted.values(), at)  # before the server hears of a password
    provisioning.empty(dsn, anew)
    given = given_to(wanted, here)
    done = made(dsn, given)
    provisioning.end_sessions(dsn, renewed)
    if remove_left:
        provisioning.remove(dsn, left)
        databases.write_databases(path, given, at)
    same = len(given) - done.made - done.put_right
    seconds = time.perf_counter() - began
    click.echo(f"{done.made} made, {done.put_right} put right, {same} as they were, in {seconds:.1f} s")
    say_left(left, "dropped" if remove_left else "")
    with closing(class_server.open_admin(dsn)) as admin:
        for line in class_server.advice(admin, [one.name for one in wanted.values()]):
            click.echo(f"note: {line}")
    click.echo(f"{path} has a connection string a person, readable by you alone")
    click.echo("next: lessonlab class serve DIR --dsn DSN, which watches over the server meanwhile")


def made(dsn: str, given: list[GivenDatabase]) -> provisioning.Done:
    """Make what is missing of *given*; who ends it hears that it goes on the next time."""
    try:
        with progress_bar("making databases") as progress:
            return provisioning.provision(dsn, given, lambda one, of: progress(one / of, f"{one} of {of}"))
    except KeyboardInterrupt:
        click.echo("\nended; what was made stays, and the same command goes on from there", err=True)
        raise SystemExit(1) from None


def given_to(wanted: Mapping[str, GivenDatabase], here: set[str]) -> list[GivenDatabase]:
    """Return the databases of those who are in the roster."""
    return [one for email, one in wanted.items() if email in here]


def named(
    opened: ClassFolder, people: Iterable[str], wanted: Mapping[str, GivenDatabase]
) -> list[GivenDatabase]:
    """Return the databases of *people*, by address, alias or name."""
    return [wanted[opened.person(one).email] for one in people]


def say_plan(plan: list[provisioning.Task], *, built: bool) -> None:
    """Say what would be done, and change nothing."""
    if not built:
        click.echo("would build the template that all databases are cloned from")
    made = [task.one.email for task in plan if task.database]
    mended = [task.one.email for task in plan if not task.database]
    for what, people in (("make", made), ("put right", mended)):
        if people:
            click.echo(f"would {what} {len(people)}: {some(people)}")
    if not plan:
        click.echo("nothing to do: everybody has a database, as it should be")


def say_left(left: list[GivenDatabase], fate: str) -> None:
    """Say who is in the roster no more, and the *fate* of their databases; '' where they stay."""
    people = some([one.email for one in left])
    if left and fate:
        click.echo(f"{fate} {len(left)} who left the roster: {people}")
    elif left:
        click.echo(f"{len(left)} left the roster and keep theirs: {people}; --remove-left drops them")


def some(people: list[str]) -> str:
    """
    Return the first of *people*, and how many more there are.

    >>> some(["a", "b"]), some(list("abcdefg"))
    ('a, b', 'a, b, c, d, e and 2 more')
    """
    more = len(people) - NAMED
    return ", ".join(people[:NAMED]) + (f" and {more} more" if more > 0 else "")
