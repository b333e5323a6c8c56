--@ do: a learner with 100 seconds in a lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES (:uuid_u, :uuid_c, 'joins', 100);

--@ true: 130 seconds are there
SELECT time_spent_seconds = 130 FROM lesson_progress WHERE user_id = :uuid_u;

--@ true: the seconds are not lost
SELECT time_spent_seconds >= 130 FROM lesson_progress WHERE user_id = :uuid_u;

--@ true: the name is noted once
SELECT count(*) = 1 FROM message WHERE name = :uuid_m;
