"""
`%sql` and its companions: how SQL gets from a cell to the server.

`lab_magics` registers them, each in a few lines over a function of `statements`; `ipythonsql` cures what
ipython-sql lacks.
"""
