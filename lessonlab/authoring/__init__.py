"""
How a notebook of the course is made: its rules, its normal form, and how it is run.

`page_rules` says what a page must be, `normal_form` how it is stored, `runner` executes pages without
a browser.
"""
