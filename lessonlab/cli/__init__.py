"""The commands; each is a module here that holds a `command` of its own name."""

from __future__ import annotations

import errno
from pathlib import Path

import click

from lessonlab import __version__
from lessonlab.cli.lazy import LazyGroup
from lessonlab.errors import LessonLabError
from lessonlab.late_grammar import load_grammar_late
from lessonlab.system.console import let_streams_show_all

COMMANDS = {  # said here, so that the help need not load them all
    "start": "Open the course in JupyterLab, with PostgreSQL underneath.",
    "deliver": "Put the pages into your folder, as on a hub; start nothing.",
    "stop": "End JupyterLab and the lab's own PostgreSQL.",
    "list": "List the chapters and what you did with them.",
    "progress": "Say how far you are; take the record along.",
    "reset": "Give a chapter a fresh notebook and database; yours is kept.",
    "run": "Run notebooks without a browser and say which fail.",
    "report": "Write a course on one page: six charts and their figures.",
    "psql": "Open psql on a chapter's database.",
    "review": "Hold a schema against what the chapters teach.",
    "spread": "For instructors: spread the course's tables over machines (Citus).",
    "doctor": "Say what is wrong, and what cures it.",
    "check": "Judge answers in files, notebooks and folders.",
    "capstone": "Judge a design of your own for the last brief, stage by stage.",
    "join": "Say who you are in a class.",
    "hand-in": "Send what you tried to your class.",
    "class": "For instructors: prepare a class, mark it, and see who is stuck.",
    "new": "For authors: begin a chapter, a query, a claim or a rule.",
    "exercise": "For instructors: write exercises, and let them prove themselves.",
    "clean": "Drop the databases and templates that nobody uses.",
    "normalise": "For authors: run notebooks again and store the normal form.",
}
MODULES = {"list": "listing", "class": "class_", "hand-in": "hand_in"}


class Commands(LazyGroup):
    """The commands; our errors, the server's and the disk's are said in two lines."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; one of our errors, of the server's or of the disk's ends it with exit code 1."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            said = in_our_words(error)
            if said is None:
                raise
            click.echo(f"lessonlab: {said}", err=True)
            ctx.exit(1)


def in_our_words(error: Exception) -> str | None:
    """
    Return what happened and what to do, `None` for what only a traceback can explain.

    >>> print(in_our_words(OSError(28, "No space left on device", "/data/x")))
    /data/x: No space left on device
    next: lessonlab doctor
    """
    if isinstance(error, LessonLabError):
        return str(error)
    if isinstance(error, OSError) and error.strerror and error.errno != errno.EPIPE:  # that one is click's
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}\nnext: lessonlab doctor"
    if isinstance(error, RuntimeError) and not _has_home():  # Jupyter asks for it, and so does Python
        return f"{error}\nnext: set HOME to a folder of your own"
    import psycopg  # noqa: PLC0415 - who asks for help need not wait for it

    if isinstance(error, psycopg.Error):
        return (
            f"the server failed: {error.diag.message_primary or str(error).strip()}\nnext: lessonlab doctor"
        )
    return None


def _has_home() -> bool:
    """Say whether it is known where this account's home is."""
    try:
        Path.home()
    except RuntimeError:
        return False
    return True


@click.group(
    cls=Commands, lines=COMMANDS, modules=MODULES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="lessonlab")
def commands() -> None:
    """
    Learn PostgreSQL table design in Jupyter, against a real server that is simply there.

    \b
    Examples:
      lessonlab start                 open the course in the browser
      lessonlab start 06              open it at chapter 6
      lessonlab reset 06              begin chapter 6 anew; your file is kept
      lessonlab doctor                find out what is wrong
    """


def main() -> None:
    """Run the command line."""
    let_streams_show_all(ours=True)
    load_grammar_late()
    commands(prog_name="lessonlab")
