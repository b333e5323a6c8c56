--@ do: a learner, a course, a lesson
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts) VALUES (:uuid_u, :uuid_c, 'joins', 1);

--@ value a: a decimal number with a half
UPDATE lesson_progress SET score = 85.5 RETURNING score;

--@ sqlstate b: the same in quotes
UPDATE lesson_progress SET score = '85.5' RETURNING score;

--@ value c: a whole number in quotes
UPDATE lesson_progress SET score = '85' RETURNING score;

--@ value d: a little above the limit
UPDATE lesson_progress SET score = 100.4 RETURNING score;

--@ sqlstate e: a half above the limit
UPDATE lesson_progress SET score = 100.5 RETURNING score;

--@ value f: a half, as a floating-point number
UPDATE lesson_progress SET score = 84.5::float RETURNING score;

--@ value g: a little below zero
UPDATE lesson_progress SET score = -0.4 RETURNING score;
