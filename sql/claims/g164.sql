--@ do: a lesson that took two days and three hours, and one that took an hour
CREATE TEMP TABLE lesson_progress (LIKE lesson_progress INCLUDING DEFAULTS);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, first_started_at, completed_at)
VALUES (:mina, :databases, 'joins', true, '2026-03-01 09:00+00', '2026-03-03 12:00+00'),
       (:mina, :databases, 'views', true, '2026-03-01 09:00+00', '2026-03-01 10:00+00');
--@ value two_days_three_hours: the first
SELECT avg(completed_at - first_started_at)::TEXT FROM lesson_progress WHERE lesson_id = 'joins';
--@ value one_hour: the second
SELECT min(completed_at - first_started_at)::TEXT FROM lesson_progress WHERE lesson_id = 'views';
--@ value hours_51: the first, added up from hours
SELECT (extract(epoch FROM completed_at - first_started_at) / 3600 * INTERVAL '1 hour')::TEXT
FROM lesson_progress WHERE lesson_id = 'joins';
