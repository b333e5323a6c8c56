"""How SQL gets from a cell to the server, and what a notebook shows of the answer."""
