"""
The capstone: a design of a student's own, for an open brief, judged in six stages by what the database does.

A small file says which table and column plays which part; everything else is the student's to decide.
"""
