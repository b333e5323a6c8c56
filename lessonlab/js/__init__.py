"""
JavaScript of a cell, run by V8: a world whose clock, page, server and database a cell can hold.

`world` runs cells by `engine`'s V8, in a process of its own that `js_process` starts and `__main__` is;
`pool_queries` answers what JavaScript asks of the database.
`clock.js`, `browser.js`, `shown.js` and `cell.js` are what a cell finds there and how it is read.
"""
