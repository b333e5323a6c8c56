--@ value times_the_rows: rows of lesson_progress for one of course_progress
SELECT (SELECT count(*) FROM lesson_progress) / nullif((SELECT count(*) FROM course_progress), 0);
--@ value times_the_bytes: bytes for a byte, indexes too
SELECT pg_total_relation_size('lesson_progress') / pg_total_relation_size('course_progress');
