--@ rows: each document, and whether the columns beside it are as they were
SELECT user_id, course_id, completed_lessons, progress_percentage,
       CASE last_accessed_at WHEN now() THEN 'now' ELSE last_accessed_at::text END AS last_accessed_at,
       CASE created_at WHEN now() THEN 'now' ELSE created_at::text END AS created_at
FROM course_progress;

--@ rows: the learners, courses and lessons, which stay as they are
SELECT 'users', id, to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', id, to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'lesson_progress', id, to_jsonb(lp) FROM lesson_progress AS lp;
