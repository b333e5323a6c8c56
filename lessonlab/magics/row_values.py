"""`%%sql --gset`: the columns of one row become names of the notebook, as by psql's \\gset."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, Any

from lessonlab.errors import ConfigError

if TYPE_CHECKING:
    from lessonlab.magics.result_set import ResultSet

OURS = ("lab", "lessonlab")  # a page needs them


def named(result: ResultSet) -> dict[str, Any]:
    """Return the values of the one row of *result* by its columns; `ConfigError` where that cannot be."""
    if len(result) != 1:
        raise ConfigError(
            f"--gset takes the values of one row, have {len(result):,}",
            cure="narrow it by WHERE or LIMIT 1; `rows << SELECT …` keeps many",
        )
    columns: list[str] = result.keys
    for name in columns:
        if not name.isidentifier() or keyword.iskeyword(name) or name in OURS or columns.count(name) > 1:
            raise ConfigError(
                f"--gset makes a name of each column, and {name!r} cannot be one",
                cure="give it another: SELECT … AS mina",
            )
    return dict(zip(columns, result[0], strict=True))


def told(values: dict[str, Any]) -> str:
    """
    Return what each name stands for from here on.

    >>> print(told({"mina": 7, "photo": None}))
    :mina  = 7
    :photo = NULL
    """
    width = max(map(len, values))
    return "\n".join(
        f":{name:{width}} = {'NULL' if value is None else value}" for name, value in values.items()
    )
