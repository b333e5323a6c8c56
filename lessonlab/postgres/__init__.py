"""
A running PostgreSQL: found or started, its files applied, its class of learners cloned.

`server` finds one, `local_server` starts our own, `templates` builds the classes, `provider` gives a notebook
its database, `session` is the connection that a reader shares with the lab.
"""
