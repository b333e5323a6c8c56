--@ do: a learner, two courses
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ sqlstate a: a lesson that no course has
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'jions');

--@ sqlstate b: the empty text
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, '');

--@ sqlstate c: a URL of 300 characters
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'https://' || repeat('a', 292));

--@ do: lessons, and a foreign key to them
CREATE TABLE lessons (course_id UUID REFERENCES courses (id), lesson_id VARCHAR(255), PRIMARY KEY (course_id, lesson_id));
INSERT INTO lessons VALUES (:uuid_c, 'joins');
ALTER TABLE lesson_progress ADD FOREIGN KEY (course_id, lesson_id) REFERENCES lessons (course_id, lesson_id);

--@ sqlstate d: a lesson that is there
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');

--@ sqlstate e: another capital
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'Joins');

--@ sqlstate f: the same lesson of another course
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_d, 'joins');
