-- progress_rows: how many rows of progress there are, as the last VACUUM counted them
SELECT reltuples::bigint FROM pg_class WHERE oid = 'lesson_progress'::regclass
