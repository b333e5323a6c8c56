"""What the text of an answer says before it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessonlab.postgres.scan import SILENT, split, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lessonlab.grading.exercise import Answer, Exercise

MOST_CHARACTERS = 2**16


def is_too_long(text: str) -> bool:
    """Say whether *text* is longer than any answer; such a one is not even looked through."""
    return len(text) > MOST_CHARACTERS


def is_untouched(exercise: Exercise, text: str) -> bool:
    """Say whether there is nothing in *text* that the stub did not have."""
    if is_too_long(text):
        return False
    plain: Callable[[str], object] = bare_lines if exercise.front.answer == "text" else bare
    return plain(text) in (plain(""), plain(exercise.stub))


def is_text(text: str) -> bool:
    """
    Say whether a server reads *text* as it stands: it ends what it is sent at NUL, and is sent UTF-8.

    >>> is_text("SELECT 'ä'"), is_text("SELECT 1" + chr(0)), is_text(chr(0xD800))
    (True, False, False)
    """
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def bare(text: str) -> str:
    """
    Return SQL without comments, white space and a last semicolon.

    >>> bare("-- a\\nSELECT  1 ;\\n") == bare("select 1"), bare("-- TODO")
    (False, '')
    """
    return " ".join(token.text for token in tokens(text) if token.kind not in SILENT).rstrip("; ")


def tight(text: str) -> str:
    """
    Return SQL in small letters without any white space, also within the body of a function.

    >>> tight("having sum ( x )") in tight("DO $$ SELECT 1 HAVING sum(x) > 0 $$")
    True
    """
    return "".join(bare(text.lower()).split())


def told_apart(mistakes: Iterable[Answer], answer: str) -> Iterator[Answer]:
    """Yield the *mistakes* whose `has` are all in *answer*; those that ask for most come first."""
    words = tight(answer)
    for mistake in sorted(mistakes, key=lambda one: (-len(one.has), -sum(map(len, one.has)))):
        if all(tight(part) in words for part in mistake.has):
            yield mistake


def bare_lines(text: str) -> list[str]:
    """
    Return the lines of a prediction that say something.

    >>> bare_lines("# which?\\na:\\nb: 2\\n")
    ['b: 2']
    """
    lines = [line.partition("#")[0].partition("--")[0].strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.endswith((":", "="))]


def commands(text: str) -> set[str]:
    """
    Return the words that the statements of *text* begin with.

    >>> sorted(commands("-- a\\ncreate table a (); BEGIN; INSERT INTO a DEFAULT VALUES"))
    ['BEGIN', 'CREATE', 'INSERT']
    """
    return {bare(statement.text).partition(" ")[0].upper() for statement in split(text)}
