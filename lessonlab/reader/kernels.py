"""The kernels of a reader's JupyterLab: those of this Python begin with the magics."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from jupyter_client.kernelspec import KernelSpecManager

from lessonlab import public_names

if TYPE_CHECKING:
    from jupyter_client.kernelspec import KernelSpec


class PageKernels(KernelSpecManager):
    """Finds the kernels that are there, as ever; nothing is written where other programs would find it."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the kernel *kernel_name*, told to load us if it is IPython's on this Python."""
        spec: KernelSpec = super().get_kernel_spec(kernel_name)
        if "ipykernel_launcher" in spec.argv and is_this_python(spec.argv[0]):
            spec.argv = [*spec.argv, public_names.AT_START]
        return spec


def is_this_python(program: str) -> bool:
    """Say whether *program* is the Python that runs us; a bare name becomes it when a kernel starts."""
    names = (program, sys.executable)
    one, other = (os.path.normcase(os.path.abspath(name)) for name in names)  # noqa: PTH100 - no link is followed
    return os.path.basename(program) == program or one == other  # noqa: PTH119 - as the line above
