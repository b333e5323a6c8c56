"""
A JupyterHub on which each person has a server, a kernel and a PostgreSQL of their own.

    python -m pip install "lessonlab[hub]" && npm install -g configurable-http-proxy
    jupyterhub -f jupyterhub_config.py

Who may log in is your university's business: set c.JupyterHub.authenticator_class to its authenticator.
On The Littlest JupyterHub the same file goes to /opt/tljh/config/jupyterhub_config.d/lessonlab.py: that hub
has its own address, users and culler, and only the part about a person's server holds.
"""

import csv
import sys
from pathlib import Path
from typing import Any

LITTLEST = Path("/opt/tljh/user/bin/python3")  # whose users have a Python of their own
PYTHON = LITTLEST if LITTLEST.exists() else Path(sys.executable)

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - JupyterHub defines it

# The pages are delivered before one's server starts: a page that was changed stays as it is.
c.Spawner.cmd = [
    "/bin/sh",
    "-c",
    f'"{PYTHON}" -m lessonlab deliver --workspace lessonlab-work; exec "$0" "$@"',
    str(PYTHON.with_name("jupyterhub-singleuser")),  # not the PATH's, which may be of another Python
]
c.Spawner.default_url = "/lab/tree/lessonlab-work/00_start_here.ipynb"
c.Spawner.http_timeout = 180  # thirty people at once take 40 seconds
c.Spawner.start_timeout = 180
c.Spawner.mem_limit = "1G"  # where the spawner enforces it
c.JupyterHub.concurrent_spawn_limit = 10  # the others wait for a moment

# One PostgreSQL for all: the databases.csv of `lessonlab class provision`, put beside this file, is whose is
# which.  Without it each person has a PostgreSQL of their own.
DATABASES = Path(__file__).with_name("databases.csv")


def database_of(spawner: Any) -> str:
    """Return the connection string of who logged in as an address, or as what stands before its @."""
    with DATABASES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    who = spawner.user.name.lower()
    found = [row["dsn"] for row in rows if row["email"] == who]
    found = found or [row["dsn"] for row in rows if row["email"].partition("@")[0] == who]
    if len(found) != 1:
        raise ValueError(f"{who!r} means {len(found)} people of {DATABASES}")
    return found[0]


if DATABASES.is_file():
    c.Spawner.environment = {"LESSONLAB_DSN": database_of}

if not LITTLEST.exists():
    c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # a proxy in front does TLS
    c.JupyterHub.authenticator_class = "pam"
    c.Authenticator.allow_all = True  # everybody whom the authenticator knows

    # Who has gone home leaves nothing running: PostgreSQL ends with the last kernel.
    c.JupyterHub.services = [
        {
            "name": "idle-culler",
            "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"],
        }
    ]
    c.JupyterHub.load_roles = [
        {
            "name": "idle-culler",
            "services": ["idle-culler"],
            "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        }
    ]
