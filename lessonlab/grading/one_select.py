"""Whether an answer is the one SELECT that it should be: the server would speak of cursors and commands."""

from __future__ import annotations

from lessonlab.postgres.scan import SILENT, split, tokens

COMMANDS = """
    alter analyze begin call checkpoint cluster comment commit copy create deallocate declare delete desc
    describe discard do drop end execute explain fetch grant insert listen lock merge move notify prepare
    reassign refresh reindex release reset revoke rollback savepoint set show start truncate unlisten
    update use vacuum
"""
OTHERS = frozenset(COMMANDS.split())


def no_select(text: str) -> str:
    """
    Return why *text* is not one SELECT, '' if it may be; what reads like one is for the server to judge.

    >>> no_select("SELECT 1; SELECT 2")
    'an answer here is one SELECT: yours has 2 statements'
    >>> no_select("SHOW TABLES"), no_select("WITH a AS (SELECT 1) TABLE a;")
    ('an answer here is one SELECT, not SHOW', '')
    """
    statements = split(text)
    if len(statements) != 1:
        return f"an answer here is one SELECT: yours has {len(statements) or 'no'} statements"
    word = first_word(text)
    return f"an answer here is one SELECT, not {word.upper()}" if word in OTHERS else ""


def first_word(text: str) -> str:
    """
    Return the first word or sign of a statement in lower case.

    >>> first_word("/* a */ -- b\\n(SELECT 1)"), first_word(" Update x")
    ('(', 'update')
    """
    return next((token.text.lower() for token in tokens(text) if token.kind not in SILENT), "")
