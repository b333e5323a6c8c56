-- `Joins` and ` joins` are other lessons than `joins`, and their rows were not asked for: a name is a text as it stands.
-- says: missing rows
-- says: extra rows
MERGE INTO lesson_progress AS lp
USING (SELECT u.id AS user_id, c.id AS course_id FROM users AS u CROSS JOIN courses AS c) AS pair
ON lp.user_id = pair.user_id AND lp.course_id = pair.course_id AND lower(trim(lp.lesson_id)) = 'joins'
WHEN MATCHED THEN UPDATE SET time_spent_seconds = lp.time_spent_seconds + 60, last_accessed_at = now()
WHEN NOT MATCHED THEN INSERT (user_id, course_id, lesson_id, time_spent_seconds) VALUES (pair.user_id, pair.course_id, 'joins', 60)
