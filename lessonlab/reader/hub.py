"""A JupyterHub: where JupyterLab runs already, and pages need only be there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from lessonlab.system.files import users_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "JUPYTERHUB_SERVICE_PREFIX"  # /user/ada/, in every server that a hub starts
ROOT = "JUPYTERHUB_ROOT_DIR"


def hub_prefix(environ: Mapping[str, str] | None = None) -> str:
    """
    Return the path of one's own server on a hub, '' where there is no hub.

    >>> hub_prefix({"JUPYTERHUB_SERVICE_PREFIX": "/user/ada/"}), hub_prefix({})
    ('/user/ada/', '')
    """
    return (os.environ if environ is None else environ).get(PREFIX, "").strip()


def page_address(page: Path, environ: Mapping[str, str] | None = None) -> str:
    """
    Return the path of *page* below the hub's own address; '' where its server does not show it.

    A hub's server shows its user's folder, unless it was told another.
    """
    environ = os.environ if environ is None else environ
    root = Path(environ.get(ROOT) or users_folder())
    if not page.is_relative_to(root):
        return ""
    return f"{hub_prefix(environ)}lab/tree/{quote(page.relative_to(root).as_posix())}"
