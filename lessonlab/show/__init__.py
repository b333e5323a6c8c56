"""
Tables, values, pictures: what a notebook shows, as plain HTML and as text; no database, no IPython.

What is shown survives in a saved notebook that nobody trusts: no script, no style sheet, no inline SVG.
"""
