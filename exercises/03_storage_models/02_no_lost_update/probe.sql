--@ do: the learner's document of another course, and another learner's of this one
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada'), (:uuid_v, :text_post, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Databases', 5);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage)
VALUES (:uuid_u, :uuid_d, '["keys"]', 20), (:uuid_v, :uuid_c, '["views"]', 20);

--@ do: a learner in a course, with nothing completed
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_u, :uuid_c);

--@ true: both lessons are there
-- A lesson is missing in the end: nobody wrote it, or the other session wrote over it.
SELECT completed_lessons @> jsonb_build_array(:text_a::text, 'Joins, "outer" ones: what \N means where three tables are joined'::text) FROM course_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: each is there once, and nothing else
-- The array has another number of lessons than the three that were completed.
SELECT jsonb_array_length(completed_lessons) = 3 FROM course_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: the one that comes later stands last
-- The lesson that was completed later does not stand behind the two: to append is to put it at the end.
SELECT coalesce(completed_lessons ->> -1 = 'lesson', false) FROM course_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ same: another document
-- The document of another learner or course is changed: both columns say which one is meant.
SELECT * FROM course_progress WHERE (user_id, course_id) IS DISTINCT FROM (:uuid_u, :uuid_c);

--@ same: another column of the document
-- More than completed_lessons is written: the other columns are none of the script's business.
SELECT id, user_id, course_id, progress_percentage, created_at FROM course_progress;

--@ same: a learner, a course or a lesson
-- A table is changed that the script has no business with.
SELECT 'users', to_jsonb(u) FROM users AS u UNION ALL SELECT 'courses', to_jsonb(c) FROM courses AS c
UNION ALL SELECT 'lesson_progress', to_jsonb(lp) FROM lesson_progress AS lp;
