INSERT INTO users (id, email, name) VALUES (:uuid_p, :text_p, 'Cy');
-- each to the microsecond, as the times are that a clock gives
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, last_accessed_at, first_started_at)
SELECT :uuid_p, id, name, completed, CASE WHEN timed THEN seen - INTERVAL '1 hour' END, seen, seen - INTERVAL '1 day'
FROM courses, (VALUES
  (:text_a, true, false, :time_a), (:text_b, false, true, :time_b), (:text_c, true, true, :time_c), (:text_d, false, false, :time_d)
) AS row (name, completed, timed, whole),
  LATERAL (SELECT whole + INTERVAL '0.123457 seconds') AS moment (seen);
