"""
A page that is asked for alone gets tests/conftest.py too: `pytest notebooks/06_constraints.ipynb`.

pytest looks for a conftest.py beside what it is asked for and above, and a reader's own lab is no place for
a test run.  It is loaded by `-p`, which pyproject.toml gives to every run.
"""

import pytest

from lessonlab.late_grammar import load_grammar_late

load_grammar_late()  # nbval reads notebooks; it is loaded after what `-p` names


@pytest.hookimpl(tryfirst=True)  # pytest's own looks for them where these arguments are
def pytest_load_initial_conftests(early_config):
    """Have the conftest.py of this folder loaded among the first, whatever files are asked for."""
    asked = early_config.known_args_namespace
    asked.file_or_dir = [*asked.file_or_dir, str(early_config.rootpath / "tests")]
