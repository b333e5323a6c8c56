--@ do: the lesson, with seconds in it; another lesson, another course, another learner
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada'), (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', :int_before, 2, :score_s), (:uuid_u, :uuid_c, 'keys', 60, 0, NULL), (:uuid_u, :uuid_c, 'Joins', 60, 0, NULL),
       (:uuid_u, :uuid_c, 'joins-2', 60, 0, NULL), (:uuid_u, :uuid_c, 'self-joins', 60, 0, NULL),
       (:uuid_u, :uuid_c, 'joint', 60, 0, NULL), (:uuid_v, :uuid_c, 'joins', 60, 0, NULL);

--@ do: the lesson of another course, which is completed, without a try
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds, completed, completed_at, first_started_at, last_accessed_at)
VALUES (:uuid_u, :uuid_d, 'joins', :int_there, true, :time_t, :time_t - INTERVAL '3 days', :time_t + INTERVAL '2 days');

--@ do: the lesson was begun before it was visited last
UPDATE lesson_progress SET first_started_at = first_started_at - INTERVAL '9 days', created_at = created_at - INTERVAL '8 days'
WHERE lesson_id = 'joins' AND course_id = :uuid_c;

--@ do: a document of each learner and course
INSERT INTO course_progress (user_id, course_id)
VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_d), (:uuid_v, :uuid_c);

--@ true: the row has the seconds of both, and those from before
-- time_spent_seconds is not what it was plus both reports: one is missing, or something else was written.
SELECT time_spent_seconds = :int_before + :int_a + :int_b FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the row of the other course has what was reported of it later
-- A device reported later of the lesson of another course: its row has not just these seconds more.
SELECT time_spent_seconds = :int_there + :int_c FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_d AND lesson_id = 'joins';

--@ same: another row
-- A row of another lesson or learner has changed, or a row was made or deleted.
SELECT * FROM lesson_progress WHERE user_id <> :uuid_u OR lesson_id <> 'joins';

--@ same: another column of the row
-- More is written than the time that was spent: the other columns are none of the script's business.
SELECT id, user_id, course_id, lesson_id, completed, attempts, score, first_started_at, completed_at, created_at FROM lesson_progress;

--@ same: a learner, a course or a document
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'course_progress', to_jsonb(cp) FROM course_progress AS cp;
