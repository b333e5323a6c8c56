--@ do: a learner, a course, and no row for the lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);

--@ true: the lesson has a row
SELECT count(*) = 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: 75 seconds are there
SELECT coalesce(sum(time_spent_seconds), 0) = 75 FROM lesson_progress WHERE user_id = :uuid_u;

--@ true: nothing is counted twice
SELECT coalesce(sum(time_spent_seconds), 0) <= 75 FROM lesson_progress WHERE user_id = :uuid_u;
