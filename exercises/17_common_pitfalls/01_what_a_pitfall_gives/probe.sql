--@ do: a learner, a course, four rows and a bookmark
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts) VALUES
  (:uuid_u, :uuid_c, 'joins', 80, 1), (:uuid_u, :uuid_c, 'keys', 40, 1),
  (:uuid_u, :uuid_c, 'film', NULL, 0), (:uuid_u, :uuid_c, 'quiz', 0, 1);
CREATE TABLE bookmark (user_id UUID REFERENCES users (id), lesson_id TEXT);
INSERT INTO bookmark VALUES (:uuid_u, 'joins');

--@ value a: the average of the scores
SELECT avg(score) FROM lesson_progress WHERE user_id = :uuid_u;

--@ value b: the average with NULL as 0
SELECT avg(coalesce(score, 0)) FROM lesson_progress WHERE user_id = :uuid_u;

--@ value c: scores other than 80
SELECT count(*) FROM lesson_progress WHERE user_id = :uuid_u AND score <> 80;

--@ sqlstate d: a second row for the lesson
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');

--@ sqlstate e: with the key of the table
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins')
ON CONFLICT (user_id, course_id, lesson_id) DO NOTHING;

--@ sqlstate f: with two of its columns
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins')
ON CONFLICT (user_id, lesson_id) DO NOTHING;

--@ sqlstate g: a user with a bookmark
DELETE FROM users WHERE id = :uuid_u;
