--@ do: two courses
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ accepted: two lessons of a course, with the same title
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'Practice', 1), (:uuid_c, 'keys', 'Practice', 2);

--@ accepted: an introduction in each of two courses
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'introduction', 'A', 1), (:uuid_d, 'introduction', 'B', 1);

--@ refused 23505: two lessons of one name in a course
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 1), (:uuid_c, 'joins', 'B', 2);

--@ refused 23505: two lessons in one place
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 1), (:uuid_c, 'keys', 'B', 1);

--@ refused 23503: a lesson of no course that there is
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_x, 'joins', 'A', 1);

--@ refused 23502: a lesson without title
INSERT INTO lesson (course_id, slug, position) VALUES (:uuid_c, 'joins', 1);

--@ refused 23502: a lesson without place
INSERT INTO lesson (course_id, slug, title) VALUES (:uuid_c, 'joins', 'A');

--@ refused 23502: a lesson without course
INSERT INTO lesson (slug, title, position) VALUES ('joins', 'A', 1);

--@ refused 23514: place 0
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 0);

--@ do: a lesson, and its course deleted
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 1), (:uuid_d, 'joins', 'A', 1);
DELETE FROM courses WHERE id = :uuid_c;

--@ true: deleting a course deletes its lessons, and no others
SELECT count(*) FILTER (WHERE course_id = :uuid_c) = 0 AND count(*) = 1 FROM lesson;
