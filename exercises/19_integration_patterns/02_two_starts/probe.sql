--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);

--@ true: there is one row for the lesson
SELECT count(*) = 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: the row has the seconds of both
SELECT coalesce(sum(time_spent_seconds), 0) = 75 FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: last_accessed_at is that of the later device
SELECT coalesce(bool_and(last_accessed_at > first_started_at), false) FROM lesson_progress
WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';
