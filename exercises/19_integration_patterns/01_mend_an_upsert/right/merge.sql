-- MERGE says the two cases one by one. Alone it is as good; with two at once it can fail where ON CONFLICT does not.
MERGE INTO lesson_progress AS p
USING (SELECT u.id AS user_id, c.id AS course_id FROM users AS u, (SELECT id FROM courses ORDER BY title, id LIMIT 1) AS c) AS s
ON p.user_id = s.user_id AND p.course_id = s.course_id AND p.lesson_id = 'joins'
WHEN MATCHED THEN UPDATE SET attempts = p.attempts + 1, score = 80, last_accessed_at = now()
WHEN NOT MATCHED THEN INSERT (user_id, course_id, lesson_id, attempts, score) VALUES (s.user_id, s.course_id, 'joins', 1, 80);
