--@ do: a lesson that took as long as the guide's
INSERT INTO lesson_progress (user_id, course_id, lesson_id, first_started_at, completed_at)
VALUES (:mina, :databases, 'three-days', '2025-11-01 15:00+00', '2025-11-03 14:00+00');
--@ value type: the type of the difference
SELECT pg_typeof(completed_at - first_started_at)::text FROM lesson_progress WHERE lesson_id = 'three-days';
--@ value hours: its hours
SELECT extract(epoch FROM completed_at - first_started_at) / 3600 FROM lesson_progress
WHERE lesson_id = 'three-days';
