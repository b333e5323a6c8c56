"""
A class: who is in it, what counts and when, what was handed in and what came of it.

A class is a folder of plain files (`class_folder`): `class.toml` says what is to be done (`class_file`),
`roster.csv` who does it (`roster`), `tokens.csv` what each person shows in place of a password (`tokens`).
Everything else reads these three.
"""
