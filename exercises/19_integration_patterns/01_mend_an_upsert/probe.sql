--@ rows: each lesson's attempts and score, and which times are now
-- Who has no row gets one with one attempt, who has one gets one attempt more than the row says; score 80 and last_accessed_at in both cases, and nothing else: a column above is not so.
SELECT user_id, course_id, lesson_id, completed, time_spent_seconds, attempts, score,
       CASE completed_at WHEN now() THEN 'now' ELSE completed_at::text END AS completed_at,
       CASE last_accessed_at WHEN now() THEN 'now' ELSE last_accessed_at::text END AS last_accessed_at,
       CASE first_started_at WHEN now() THEN 'now' ELSE first_started_at::text END AS first_started_at,
       CASE created_at WHEN now() THEN 'now' ELSE created_at::text END AS created_at
FROM lesson_progress;

--@ rows: the learners, courses and documents, which stay as they are
-- Only lesson_progress is to be written.
SELECT 'users', id, to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', id, to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', id, to_jsonb(cp) FROM course_progress AS cp;
