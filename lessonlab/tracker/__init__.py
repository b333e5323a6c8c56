"""
The time tracker: a widget, what its page sends, and the service that keeps it.

`widget` is what the notebook shows, `beats` what its page may say, `recording` adds each piece of time once.
"""
