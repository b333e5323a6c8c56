"""
What other libraries do not promise, and we use: one canary for each, with the version it was last seen on.

A red one says what a new version took away, before a reader meets it.
"""

from __future__ import annotations

import ast
import importlib.metadata
import inspect
import subprocess
import sys
from pathlib import Path

import prettytable
import psycopg
import pytest
import sql.connection
import sql.magic
import sql.parse
import sql.run
import sqlalchemy
from ipykernel import kernelbase
from ipykernel.comm.comm import BaseComm

from lessonlab.magics import elsewhere
from lessonlab.magics.at_home import PANDAS_OF_IPYTHON_SQL

PACKAGE = Path(__file__).resolve().parents[1] / "lessonlab"
HOOKS = {  # every hook in the package: the test below that keeps it in sight
    "comm._reply_subshell_for": "test_ipykernel_asks_a_comm_where_its_messages_go",
    "engine.dialect": "test_sqlalchemy_ends_a_transaction_through_the_dialect",
    "ipython.__dict__": "test_ipython_lets_cells_and_extensions_be_watched",
    "prettytable.__dict__": "test_ipython_sql_looks_styles_up_in_prettytable",
    "sys.modules[NAME]": "test_jsonschema_takes_a_grammar_that_is_loaded_late",
    "sys.modules[PANDAS_OF_IPYTHON_SQL]": "test_ipython_sql_loads_without_pandas",
}

DOCUMENTED = {"os._exit"}  # Python's own, and public for all its name


def seen_on(package, version):
    """Return what a canary says when it is red."""
    return f"{package} {importlib.metadata.version(package)} differs from {version}, on which this was seen"


def test_every_hook_has_its_canary():
    """No module reaches into another library's inside unless a test here watches the place."""
    reached = {hook for path in PACKAGE.rglob("*.py") for hook in hooks(ast.parse(path.read_text("utf-8")))}

    assert dict.fromkeys(reached - set(HOOKS) - DOCUMENTED, "no canary") == {}
    assert dict.fromkeys(set(HOOKS) - reached, "used no more") == {}
    assert [name for name in HOOKS.values() if name not in globals()] == []


def hooks(tree):
    """Yield what a module reads or sets that is private to something it did not make itself."""
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute) and is_self(node.value)}
    own |= {node.target.id for node in ast.walk(tree) if isinstance(node, ast.AnnAssign) and is_name(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not is_self(node.value):
            private = node.attr.startswith("_") and not node.attr.startswith(("__", "_repr_"))
            if (private and node.attr not in own) or node.attr == "__dict__":
                yield ast.unparse(node)
        stored = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)
        if stored and ast.unparse(node.value) == "sys.modules":
            yield ast.unparse(node)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "setattr":
            yield ast.unparse(node.args[0])


def is_self(node):
    """Say whether an expression is the object itself, its class, or its parent."""
    return ast.unparse(node) in {"self", "cls", "super()", "object"}


def is_name(node):
    """Say whether an annotated field of a class is a plain name."""
    return isinstance(node.target, ast.Name)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("other._hidden = 1", ["other._hidden"]),
        ("other.part._hidden(2)", ["other.part._hidden"]),
        ("sys.modules['pandas'] = None", ["sys.modules['pandas']"]),
        ("setattr(other.part, name, 1)", ["other.part"]),
        ("json.__dict__", ["json.__dict__"]),
        ("self._mine = other._repr_html_()", []),
        ("def _mine(): ...\nhere._mine()", []),
    ],
)
def test_a_hook_is_seen(code, found):
    """The search for hooks finds each kind of them, and nothing of one's own."""
    assert list(hooks(ast.parse(code))) == found


def test_ipykernel_asks_a_comm_where_its_messages_go():
    """`tracker/subshells.py`: a comm may say which subshell hears its page."""
    said = seen_on("ipykernel", "7.4")

    assert hasattr(BaseComm, "_reply_subshell_for"), said
    assert '"_reply_subshell_for"' in inspect.getsource(kernelbase), said
    assert "shell_channel_thread" in inspect.getsource(kernelbase), said
    from ipykernel.subshell_manager import SubshellManager  # noqa: PLC0415 - part of what is tested

    assert callable(SubshellManager.list_subshell), said


def test_ipython_sql_loads_without_pandas():
    """`magics/at_home.py`: ipython-sql takes the lack of pandas for what it is, and nothing loads it."""
    code = f"import sys; sys.modules[{PANDAS_OF_IPYTHON_SQL!r}] = None; import sql.magic\n"
    code += "print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)

    assert (done.returncode, done.stdout.strip()) == (0, "False"), seen_on("ipython-sql", "0.5") + done.stderr


def test_jsonschema_takes_a_grammar_that_is_loaded_late():
    """`late_grammar.py`: jsonschema loads it for two formats, and checks them by it all the same."""
    code = """
import sys
from lessonlab.late_grammar import load_grammar_late
load_grammar_late()
import nbformat
from jsonschema import Draft202012Validator
before = "lark" in sys.modules
checker = Draft202012Validator.FORMAT_CHECKER
said = [checker.conforms(text, "iri") for text in ("https://a.example/\u9648", "no address")]
from rfc3987_syntax.syntax_helpers import parse
print(before, said, "lark" in sys.modules, sys.modules["rfc3987_syntax"].parse is parse)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)

    seen = seen_on("jsonschema", "4.26") + "; " + seen_on("rfc3987-syntax", "1.1")
    assert done.stdout.strip() == "False [True, False] True True", seen + done.stderr


def test_ipython_sql_looks_styles_up_in_prettytable():
    """`magics/ipythonsql.py`: styles are looked up in the module, which moved them to an enum in 3.12."""
    assert "prettytable.__dict__[config.style.upper()]" in inspect.getsource(sql.run), seen_on(
        "ipython-sql", "0.5"
    )
    assert "DEFAULT" in {style.name for style in prettytable.TableStyle}, seen_on("prettytable", "3.18")


def test_ipython_sql_has_the_parts_that_we_take_over():
    """`magics/`: the connections, the parsing of a section and the result set are where they were."""
    said = seen_on("ipython-sql", "0.5")

    assert isinstance(sql.connection.Connection.connections, dict), said
    assert {"url", "name", "internal_connection"} <= set(
        sql.connection.Connection.__init__.__code__.co_names
    ), said
    assert ["a", "a_1"] == sql.run.unduplicate_field_names(["a", "a"]), said
    assert callable(sql.parse.connection_from_dsn_section), said
    assert {"autolimit", "autopandas", "column_local_vars", "displaylimit", "feedback", "style"} <= set(
        sql.magic.SqlMagic.class_trait_names()
    ), said


def test_ipython_lets_cells_and_extensions_be_watched(shell):
    """`magics/lab_magics.py`: an extension in the set is loaded; a cell's lines pass a list of filters."""
    said = seen_on("ipython", "9.18")

    assert isinstance(shell.extension_manager.loaded, set), said
    assert isinstance(shell.input_transformers_cleanup, list), said
    shell.extension_manager.loaded.add("sql")
    assert "already loaded" == shell.extension_manager.load_extension("sql"), said


def test_sqlalchemy_ends_a_transaction_through_the_dialect(dsn):
    """`magics/elsewhere.py`: an engine on the reader's own connection leaves its transaction open."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE kept (id integer)")
        engine = elsewhere.engine_on(connection)
        with engine.begin() as inside:
            inside.execute(sqlalchemy.text("INSERT INTO kept VALUES (1)"))
        engine.dispose()
        status = connection.info.transaction_status

        assert psycopg.pq.TransactionStatus.INTRANS == status, seen_on("sqlalchemy", "2.0")
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT to_regclass('kept')").fetchone() == (None,)
