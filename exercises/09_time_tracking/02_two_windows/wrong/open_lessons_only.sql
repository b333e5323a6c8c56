-- Once the lesson is completed, your condition leaves its row as it is, and seconds are lost. A window
-- reports whatever has become of the lesson.
-- has: where not
-- has: completed
-- says: not so: the seconds of all are there (in every order)
INSERT INTO lesson_progress AS p (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :seconds)
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE
SET time_spent_seconds = p.time_spent_seconds + EXCLUDED.time_spent_seconds
WHERE NOT p.completed;
