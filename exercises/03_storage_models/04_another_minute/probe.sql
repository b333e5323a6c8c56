--@ rows: each lesson, and which of its times are now
SELECT user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
       CASE completed_at WHEN now() THEN 'now' ELSE completed_at::text END AS completed_at,
       CASE last_accessed_at WHEN now() THEN 'now' WHEN now() AT TIME ZONE 'UTC' AT TIME ZONE 'Pacific/Honolulu' THEN 'what a clock in UTC shows'
                             ELSE last_accessed_at::text END AS last_accessed_at,
       CASE first_started_at WHEN now() THEN 'now' ELSE first_started_at::text END AS first_started_at,
       CASE created_at WHEN now() THEN 'now' ELSE created_at::text END AS created_at
FROM lesson_progress;

--@ rows: the learners, courses and documents, which stay as they are
SELECT 'users', id, to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', id, to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', id, to_jsonb(cp) FROM course_progress AS cp;
