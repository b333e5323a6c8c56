"""Values of any name reach the statement, whatever the call's own settings are called."""

from __future__ import annotations

import inspect

import pytest

from lessonlab.errors import ConfigError

NAMES = ("seconds", "rounds", "caption", "options", "keep", "query", "script", "label", "expect", "values")
NAMES += ("self", "analyze", "without", "settings", "patience", "writers", "queries", "named", "name")


@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_any_name_reaches_a_query(lab, name):
    """`:seconds` with `seconds=60` is 60, in every member that takes a query."""
    query, value = f"SELECT :{name}::int + 1", {name: 41}
    assert 42 == lab.value(query, **value)
    assert [(42,)] == lab.rows(query, **value)
    assert "42" in repr(lab.table(query, **value))
    assert lab.refused(f"SELECT 1 / (:{name}::int - 41)", **value) == "22012"
    assert lab.explain(query, **value).root
    assert lab.compare(query, instead="SELECT 1", **value).before.root
    assert lab.race({"one": query}, **value).fastest == "one"


@pytest.mark.parametrize("name", NAMES)
def test_a_value_of_any_name_reaches_a_session(lab, name):
    """The sessions of a scene take them too."""
    query, value = f"SELECT :{name}::int + 1", {name: 41}
    (ana,) = lab.scene("Ana")
    assert (42, [(42,)]) == (ana.value(query, **value), ana.rows(query, **value))
    assert "42" in repr(ana.table(query, **value))
    assert ana.refused(f"SELECT 1 / (:{name}::int - 41)", **value) == "22012"
    ana.run(query, **value)
    assert ana.answer == [(42,)]


@pytest.mark.parametrize("name", ["writers", "patience", "seconds", "values"])
def test_a_value_of_any_name_reaches_a_load(lab, name):
    """The writers of a load get them beside their learner's row."""
    with lab.load(f"SELECT 1 / :{name}::int, :user_id", **{name: 0}) as load:
        pass
    assert set(load.errors) == {"22012"}


def test_a_setting_is_a_setting_where_no_name_says_otherwise(lab):
    """`caption` captions, `keep` keeps, `rounds` counts."""
    assert "of mine" in repr(lab.table("SELECT 1 AS n", caption="of mine"))
    assert "of mine" in repr(lab.table("SELECT ':caption' AS n, (ARRAY[1, 2])[1:2]", caption="of mine"))
    assert lab.compare("SELECT 1", instead="SELECT 2", rounds=2).before.root


def test_values_gives_both(lab):
    """A mapping holds a value whose name is a setting, and the keyword is the setting again."""
    shown = repr(lab.table("SELECT :caption AS n", caption="above", values={"caption": "inside"}))
    assert ("above" in shown, "inside" in shown) == (True, True)
    assert lab.value("SELECT :values::int", values={"values": 7}) == 7
    assert lab.value("SELECT :a::int + :b::int", a=1, values={"b": 2}) == 3


def test_a_name_inside_a_setting_that_is_a_statement(lab):
    """What runs instead may name a value too."""
    found = lab.compare("SELECT 1", instead="SELECT 1 WHERE :seconds > 1", rounds=1, seconds=60)
    assert found.after.root


def test_values_must_be_a_mapping(lab):
    """Anything else is said."""
    with pytest.raises(ConfigError, match="have a list in values"):
        lab.rows("SELECT 1", values=[1])


def test_help_shows_the_settings(lab):
    """The signature is the member's own: the query by position, settings and values by name."""
    parameters = inspect.signature(lab.compare).parameters
    assert parameters["query"].kind is inspect.Parameter.POSITIONAL_ONLY
    assert list(parameters)[-2:] == ["values", "named"]
