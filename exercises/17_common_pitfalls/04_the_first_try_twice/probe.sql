--@ do: a learner and a course, and no row yet
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);

--@ true: there is one row
SELECT count(*) = 1 FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins';

--@ true: both tries are counted
SELECT sum(attempts) = 2 FROM lesson_progress WHERE user_id = :uuid_u;

--@ true: the better score is kept
SELECT max(score) = 80 FROM lesson_progress WHERE user_id = :uuid_u;
