--@ index index_of_the_guides: its six indexes are there
SELECT lp.lesson_id, lp.last_accessed_at, u.name AS user_name
FROM lesson_progress lp JOIN users u ON lp.user_id = u.id
WHERE lp.last_accessed_at > now() - INTERVAL '24 hours'
ORDER BY lp.last_accessed_at DESC;
--@ pages pages_read: as it is printed
SELECT lp.lesson_id, lp.last_accessed_at, u.name AS user_name
FROM lesson_progress lp JOIN users u ON lp.user_id = u.id
WHERE lp.last_accessed_at > now() - INTERVAL '24 hours'
ORDER BY lp.last_accessed_at DESC;
--@ value rows_listed: rows of one day
SELECT count(*) FROM lesson_progress lp JOIN users u ON lp.user_id = u.id
WHERE lp.last_accessed_at > now() - INTERVAL '24 hours';
--@ do: an index in the order of the answer
CREATE INDEX idx_lesson_progress_last_accessed ON lesson_progress (last_accessed_at);
--@ pages pages_with_an_index: the same query
SELECT lp.lesson_id, lp.last_accessed_at, u.name AS user_name
FROM lesson_progress lp JOIN users u ON lp.user_id = u.id
WHERE lp.last_accessed_at > now() - INTERVAL '24 hours'
ORDER BY lp.last_accessed_at DESC;
--@ pages pages_with_a_limit: and fifty rows of it
SELECT lp.lesson_id, lp.last_accessed_at, u.name AS user_name
FROM lesson_progress lp JOIN users u ON lp.user_id = u.id
WHERE lp.last_accessed_at > now() - INTERVAL '24 hours'
ORDER BY lp.last_accessed_at DESC LIMIT 50;
