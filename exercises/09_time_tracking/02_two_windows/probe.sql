--@ do: a learner, a course, and no row for the lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);

--@ do: rows beside it: another lesson, another course, another learner
INSERT INTO users (id, email, name) VALUES (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_d, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, score) VALUES
  (:uuid_u, :uuid_c, 'keys', :int_k, 1, 40), (:uuid_u, :uuid_d, 'joins', :int_l, 1, 50), (:uuid_v, :uuid_c, 'joins', :int_n, 1, 60);

--@ do: a lesson that is tried and completed once two windows have reported
CREATE OR REPLACE FUNCTION public.complete_it() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.completed := true;
  NEW.completed_at := NEW.first_started_at;
  NEW.attempts := TG_ARGV[0];
  NEW.score := TG_ARGV[1];
  RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER complete_it BEFORE INSERT OR UPDATE ON lesson_progress FOR EACH ROW
WHEN ((NEW.user_id, NEW.course_id, NEW.lesson_id) = (:uuid_u, :uuid_c, 'joins')
  AND NEW.time_spent_seconds = 2 * :int_a + :int_0_3_more / 3
  AND NOT NEW.completed AND NEW.completed_at IS NULL AND NEW.attempts = 0 AND NEW.score IS NULL)
EXECUTE FUNCTION public.complete_it(:int_2_9_tries, :score_s);

--@ true: the lesson has a row
-- In the end the lesson has no row: nobody made it.
SELECT count(*) = 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the seconds of all are there
-- The seconds in the row are not the sum of the three reports: some are lost, replaced, or there twice.
SELECT coalesce(sum(time_spent_seconds), 0) = 2 * :int_a + :int_0_3_more / 3 + :int_c FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: nothing is counted twice
-- There are more seconds in the row than the three reported: some are counted twice.
SELECT coalesce(sum(time_spent_seconds), 0) <= 2 * :int_a + :int_0_3_more / 3 + :int_c FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: nothing else is said of the lesson
-- Something else of this lesson is written: the script may write what the question names, and nothing beside it.
SELECT count(*) = 0 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins'
  AND (CASE WHEN completed THEN completed_at = created_at AND attempts = :int_2_9_tries AND score = :score_s
            ELSE completed_at IS NULL AND attempts = 0 AND score IS NULL
                 AND time_spent_seconds <> 2 * :int_a + :int_0_3_more / 3 + :int_c END
  AND first_started_at = created_at
  AND (created_at < updated_at OR time_spent_seconds <> 2 * :int_a + :int_0_3_more / 3 + :int_c)) IS NOT TRUE;

--@ same: another row
-- A row of another lesson, course or learner is changed: all three columns of the key say which row is meant.
SELECT * FROM lesson_progress WHERE (user_id, course_id, lesson_id) IS DISTINCT FROM (:uuid_u, :uuid_c, 'joins');

--@ same: a learner, a course or a document
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', to_jsonb(cp) FROM course_progress AS cp;
