--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);

--@ do: rows beside it: another lesson, another course, another learner
INSERT INTO users (id, email, name) VALUES (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, score) VALUES
  (:uuid_u, :uuid_c, 'keys', :int_k, 1, 40), (:uuid_u, :uuid_d, 'joins', :int_l, 1, 50), (:uuid_v, :uuid_c, 'joins', :int_n, 1, 60);

--@ do: a document of each learner and course
INSERT INTO course_progress (user_id, course_id)
VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_d), (:uuid_v, :uuid_c);

--@ true: there is one row for the lesson
-- In the end the lesson has no row: nobody made it.
SELECT count(*) = 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the row has the seconds of all
-- The seconds in the row are not the sum of the three devices: some are lost, replaced, or there twice.
SELECT coalesce(sum(time_spent_seconds), 0) = :int_a + :int_b FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: last_accessed_at is that of the last device
-- last_accessed_at is not the now() of who wrote last: it is the time when the row was made, or another moment.
SELECT coalesce(bool_and(last_accessed_at > created_at AND last_accessed_at = updated_at), false) FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: each device leaves its own now()
-- A device has written another last_accessed_at than its now(). Who wrote last may have begun first: its now() is then before the one that it finds, and it counts all the same.
SELECT coalesce(bool_and(is_now), true) AND EXISTS (SELECT FROM pg_trigger WHERE tgname = 'note_access' AND tgenabled = 'O')
FROM (SELECT DISTINCT ON (device) is_now FROM public.accessed
      WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' ORDER BY device, at DESC) AS last_of_each;

--@ true: a device without seconds has written too
-- Fewer devices have written than have come: one with 0 seconds has opened the lesson all the same, and leaves
-- its now().
SELECT count(DISTINCT device) FILTER (WHERE NOT empty) >= 3 OR :int_a + :int_b <> (
  SELECT coalesce(sum(time_spent_seconds), 0) FROM lesson_progress
  WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins')
FROM public.accessed WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: nothing else is said of the lesson
-- Something else of this lesson is written: the script may write what the question names, and nothing beside it.
SELECT count(*) = 0 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
  AND (attempts = 0 AND score IS NULL AND NOT completed AND completed_at IS NULL AND first_started_at = created_at
  AND (created_at < updated_at OR time_spent_seconds <> :int_a + :int_b)) IS NOT TRUE;

--@ same: another row
-- A row of another lesson, course or learner is changed: all three columns of the key say which row is meant.
SELECT * FROM lesson_progress WHERE (user_id, course_id, lesson_id) IS DISTINCT FROM (:uuid_u, :uuid_c, 'joins');

--@ same: a learner, a course or a document
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', to_jsonb(cp) FROM course_progress AS cp;
