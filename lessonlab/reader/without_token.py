"""
JupyterLab, run as a program of ours: it begins sooner, and no log gets the token that lets anybody in.

Its own log hides the token where it lists requests, and not where a request fails: there the whole address is
written down.
"""

from __future__ import annotations

import logging
import re
import runpy
from typing import Any

from lessonlab.late_grammar import load_grammar_late

TOKEN = re.compile(r"(\btoken=)[^\s&#'\"]+")


def hidden(text: str) -> str:
    """
    Return *text* without a token.

    >>> hidden("404 GET /api/contents/none.ipynb?token=0a1b&type=file (127.0.0.1)")
    '404 GET /api/contents/none.ipynb?token=[secret]&type=file (127.0.0.1)'
    """
    return TOKEN.sub(r"\1[secret]", text)


def hide_tokens() -> None:
    """Hide tokens in all that this process logs, whoever logs it."""
    make = logging.getLogRecordFactory()

    def made(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = make(*args, **kwargs)
        said = record.getMessage()
        if TOKEN.search(said):
            record.msg, record.args = hidden(said), ()
        return record

    logging.setLogRecordFactory(made)


if __name__ == "__main__":
    hide_tokens()
    load_grammar_late()
    runpy.run_module("jupyterlab", run_name="__main__", alter_sys=True)
