--@ do: a learner opens three lessons, one of them by an untidy name
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id)
VALUES (:uuid_p, :uuid_u, :uuid_c, 'joins'), (:uuid_q, :uuid_u, :uuid_c, ' Keys '), (:uuid_r, :uuid_u, :uuid_c, 'VIEWS');

--@ true: a tidy name is stored
SELECT count(*) = 1 FROM lesson_progress WHERE id = :uuid_p AND lesson_id = 'joins';

--@ true: an untidy name is stored tidily
SELECT count(*) = 2 FROM lesson_progress WHERE (id, lesson_id) IN ((:uuid_q, 'keys'), (:uuid_r, 'views'));

--@ do: the score of a lesson
UPDATE lesson_progress SET attempts = 1, score = 70 WHERE id IN (:uuid_p, :uuid_q, :uuid_r);

--@ true: an update is stored
SELECT coalesce(bool_and(score = 70), false) FROM lesson_progress;

--@ do: a lesson gets a new name
UPDATE lesson_progress SET lesson_id = ' Grouping' WHERE id = :uuid_r;

--@ true: a new name is tidied as well
SELECT count(*) FILTER (WHERE lesson_id = 'grouping') = 1 FROM lesson_progress;

--@ do: a lesson is deleted
DELETE FROM lesson_progress WHERE id = :uuid_q;

--@ true: what was deleted is gone
SELECT count(*) = 0 FROM lesson_progress WHERE id = :uuid_q;

--@ do: the learner is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ true: the lessons of a deleted learner are gone
SELECT count(*) = 0 FROM lesson_progress WHERE user_id = :uuid_u;
