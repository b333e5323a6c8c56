--@ do: a learner in a course, with nothing completed
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO course_progress (user_id, course_id) VALUES (:uuid_u, :uuid_c);

--@ true: both lessons are there
SELECT completed_lessons @> '["joins", "grouping"]' FROM course_progress WHERE user_id = :uuid_u;

--@ true: each is there once, and nothing else
SELECT jsonb_array_length(completed_lessons) = 2 FROM course_progress WHERE user_id = :uuid_u;
