--@ do: a learner and a course, and no row yet
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
-- a document is there in every second order: one that is made shows, and one that is changed
INSERT INTO course_progress (user_id, course_id, progress_percentage, last_accessed_at)
SELECT :uuid_u, :uuid_c, 20, :time_d WHERE (SELECT count(*) FROM users) % 4 = 1;

--@ do: rows beside it: another lesson, another course, another learner
INSERT INTO users (id, email, name) VALUES (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, score) VALUES
  (:uuid_u, :uuid_c, 'keys', :int_k, 1, 40), (:uuid_u, :uuid_d, 'joins', :int_l, 1, 50), (:uuid_v, :uuid_c, 'joins', :int_n, 1, 60);

--@ true: there is one row
-- In the end the lesson has no row: nobody made it.
SELECT count(*) = 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: all tries are counted
-- attempts is not 3: a try is lost, or counted more than once.
SELECT sum(attempts) = 3 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the best score is kept
-- The score is not the best of the three.
SELECT max(score) = public.reached(greatest(:score_a, :score_b), 100) FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: no try makes the score less
-- After a try the score is less than it was before: a worse try must leave the better one.
SELECT NOT coalesce(bool_or(fell), false)
FROM (SELECT score < lag(score) OVER (ORDER BY at) OR (score IS NULL AND lag(score) OVER (ORDER BY at) IS NOT NULL) AS fell
      FROM public.counted WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins') AS noted;

--@ true: no try counts for more than one
-- After a try attempts is more than one higher than before: the number of tries is typed, and nobody can know it. Count on from the row.
SELECT coalesce(max(step), 0) <= 1 AND EXISTS (SELECT FROM pg_trigger WHERE tgname = 'note_count' AND tgenabled = 'O')
FROM (SELECT attempts - lag(attempts, 1, 0) OVER (ORDER BY at) AS step FROM public.counted
      WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins') AS noted;

--@ true: nothing else is said of the lesson
-- Something else of this lesson is written: the script may write what the question names, and nothing beside it.
SELECT count(*) = 0 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
  AND (time_spent_seconds = 0 AND NOT completed AND completed_at IS NULL AND first_started_at = created_at
  AND (created_at < updated_at OR attempts <> 3)) IS NOT TRUE;

--@ same: another row
-- A row of another lesson, course or learner is changed: all three columns of the key say which row is meant.
SELECT * FROM lesson_progress WHERE (user_id, course_id, lesson_id) IS DISTINCT FROM (:uuid_u, :uuid_c, 'joins');

--@ same: a learner, a course or a document
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', to_jsonb(cp) FROM course_progress AS cp;
