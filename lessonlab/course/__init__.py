"""
What the course consists of: its chapters, and the claims that it judges.

`chapters` finds a notebook, `claims` reads `claims.toml` and judges, `verdicts` says what came of it.
"""
