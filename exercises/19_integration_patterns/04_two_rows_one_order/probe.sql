--@ do: two lessons with seconds, one of them completed, another lesson, another course, another learner
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada'), (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds)
VALUES (:uuid_u, :uuid_c, 'joins', :int_joins), (:uuid_u, :uuid_c, 'select', :int_select), (:uuid_u, :uuid_c, 'keys', 60),
       (:uuid_u, :uuid_d, 'joins', 60), (:uuid_u, :uuid_d, 'select', 60), (:uuid_v, :uuid_c, 'joins', 60), (:uuid_v, :uuid_c, 'select', 60);
-- one of the two is completed, and was so long ago
UPDATE lesson_progress
SET completed = true, completed_at = :time_s, attempts = 2, score = :score_s,
    first_started_at = :time_s, last_accessed_at = :time_s, created_at = :time_s
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'select';

--@ held: the row of joins
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' FOR UPDATE;

--@ held: the row of select
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'select' FOR UPDATE;

--@ true: both rows have the seconds of both devices
-- A row has not what it had before, plus the seconds of both devices.
SELECT count(*) = 2 AND bool_and(time_spent_seconds = CASE lesson_id WHEN 'joins' THEN :int_joins + :int_aj + :int_bj ELSE :int_select + :int_as + :int_bs END)
FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN ('joins', 'select');

--@ true: both rows were written by one transaction
-- One row was written by another transaction than the other: there was a moment when one lesson had the seconds of a device, and the other had not.
SELECT count(DISTINCT xmin::text) = 1 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id IN ('joins', 'select');

--@ same: another row
-- A row of another lesson, course or learner has changed, or a row was made or deleted.
SELECT * FROM lesson_progress WHERE (user_id, course_id) IS DISTINCT FROM (:uuid_u, :uuid_c) OR lesson_id NOT IN ('joins', 'select');

--@ same: another column of the rows
-- More is written than the time that was spent: the other columns are none of the script's business.
SELECT id, user_id, course_id, lesson_id, completed, attempts, score, first_started_at, completed_at, created_at FROM lesson_progress;

--@ same: a learner, a course or a document
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', to_jsonb(cp) FROM course_progress AS cp;
