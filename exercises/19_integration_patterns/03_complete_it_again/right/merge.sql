-- Three cases in their own words: completed before, begun, never opened.
MERGE INTO lesson_progress AS p
USING (SELECT u.id AS user_id, c.id AS course_id FROM users AS u CROSS JOIN courses AS c) AS s
ON p.user_id = s.user_id AND p.course_id = s.course_id AND p.lesson_id = 'joins'
WHEN MATCHED AND p.completed THEN UPDATE SET last_accessed_at = now()
WHEN MATCHED THEN UPDATE SET completed = true, completed_at = now(), last_accessed_at = now()
WHEN NOT MATCHED THEN INSERT (user_id, course_id, lesson_id, completed, completed_at)
VALUES (s.user_id, s.course_id, 'joins', true, now());
