--@ sqlstate as_printed: the guide's query
SELECT indexrelname, idx_scan FROM pg_stat_user_indexes
WHERE schemaname = 'public' AND tablename = 'lesson_progress';
--@ value with_relname: how many indexes it lists with the column as it is called
SELECT count(indexrelname) FROM pg_stat_user_indexes
WHERE schemaname = 'public' AND relname = 'lesson_progress';
