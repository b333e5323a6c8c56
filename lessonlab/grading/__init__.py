"""
Exercises judged by what an answer does, never by its text.

`library` finds the exercises, `judge` holds an answer against one, `cage` is where untrusted SQL runs.
`claim_probes` reads what measures a claim, in the same language.
"""
