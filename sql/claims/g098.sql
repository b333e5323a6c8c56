--@ index comparison: a comparison
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';
--@ pages pages_for_a_week: what it reads
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days';
--@ pages pages_with_coalesce: with something made of NULL
SELECT * FROM lesson_progress WHERE COALESCE(completed_at, 'epoch') > now() - INTERVAL '7 days';
--@ pages pages_with_or_is_null: with NULL let in
SELECT * FROM lesson_progress WHERE completed_at > now() - INTERVAL '7 days' OR completed_at IS NULL;
