"""The commands; each is a module here that holds a `command` of its own name."""

from __future__ import annotations

import errno
import importlib
import io
import sys

import click

from lessonlab import __version__
from lessonlab.errors import LessonLabError

COMMANDS = {  # said here, so that the help need not load them all
    "start": "Open the course in JupyterLab, with PostgreSQL underneath.",
    "stop": "End JupyterLab and the lab's own PostgreSQL.",
    "list": "List the chapters and what you did with them.",
    "reset": "Give a chapter a fresh notebook and database; yours is kept.",
    "run": "Run notebooks without a browser and say which fail.",
    "report": "Write a course on one page: six charts and their figures.",
    "psql": "Open psql on a chapter's database.",
    "review": "Hold a schema against what the chapters teach.",
    "doctor": "Say what is wrong, and what cures it.",
    "check": "Judge answers in files, notebooks and folders.",
    "exercise": "For instructors: write exercises, and let them prove themselves.",
    "clean": "Drop the databases and templates that nobody uses.",
    "normalise": "For authors: run notebooks again and store the normal form.",
}
MODULES = {"list": "listing"}


class Commands(click.Group):
    """A group that imports a command when it is asked for, and says our errors in two lines."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which they are met."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command *cmd_name*, `None` when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"lessonlab.cli.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the commands, each with its line."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

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
    import psycopg  # noqa: PLC0415 - who asks for help need not wait for it

    if isinstance(error, psycopg.Error):
        return (
            f"the server failed: {error.diag.message_primary or str(error).strip()}\nnext: lessonlab doctor"
        )
    return None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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
    """Run the command line; its marks show whatever the terminal's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    commands(prog_name="lessonlab")
