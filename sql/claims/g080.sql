--@ value six_bytes_a_row: the guide's six, in bytes a row
SELECT round(sum(pg_relation_size(indexrelid)) / (SELECT count(*) FROM lesson_progress))
FROM pg_stat_user_indexes WHERE indexrelname LIKE 'idx_lesson_progress_%';
--@ value eight_bytes_a_row: all eight
SELECT round(pg_indexes_size('lesson_progress') / (SELECT count(*) FROM lesson_progress));
--@ value table_bytes_a_row: the table itself
SELECT round(pg_relation_size('lesson_progress') / (SELECT count(*) FROM lesson_progress));
