"""
What belongs to one reader: the folder of pages, the record of what was passed, JupyterLab.

`workspace` is the folder, `own_pages` delivers to it and keeps what was edited, `record` writes attempts and
passes, `jupyter` starts the browser's side.  `labextension` colours cells; `labextensions` is it, built.
"""
