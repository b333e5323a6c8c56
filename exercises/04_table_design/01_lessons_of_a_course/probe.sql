--@ do: two courses
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ true: the columns have the types that are asked for
-- A column has another type than the question says: course_id is a UUID, slug and title are texts, position is an integer.
SELECT course_id, slug, title, position FROM lesson;
SELECT count(*) = 4 FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'lesson'
  AND (column_name, data_type) IN (('course_id', 'uuid'), ('slug', 'text'), ('slug', 'character varying'), ('title', 'text'),
    ('title', 'character varying'), ('position', 'smallint'), ('position', 'integer'), ('position', 'bigint'));

--@ accepted: two lessons of a course, with the same title
-- Two lessons of a course may have the same title: what must differ is the slug, and the place.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'Practice', 1), (:uuid_c, 'keys', 'Practice', 2);

--@ accepted: an introduction in each of two courses
-- A slug is taken within one course only: another course may have the same.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'introduction', 'A', 1), (:uuid_d, 'introduction', 'B', 2);

--@ accepted: a first lesson in each of two courses
-- A place is taken within one course only: each course has a first lesson.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 1), (:uuid_d, 'loops', 'B', 1);

--@ accepted: the same lesson in each of two courses, by name, title and place
-- Two courses may have a lesson of the same name, title and place: what must differ is one of the three within a course.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'introduction', 'Introduction', 1), (:uuid_d, 'introduction', 'Introduction', 1);

--@ accepted: a slug of several words, such as html-basics-2
-- A slug is a text such as joins, and others have hyphens, digits and more letters. A rule of yours is too narrow for this one.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, :slug_a, 'A', 1), (:uuid_c, :slug_b, 'B', 2);

--@ accepted: a long title, with capitals, marks and digits
-- A title is any text. A rule or a length of yours is too narrow for this one.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', :words_a || ' ' || :words_b, 1), (:uuid_c, 'keys', :words_b, 2);

--@ accepted: a title of one letter, and one of 200
-- A title may have 1 letter and it may have 200, whichever letters they are: a bound of yours lies within, or counts bytes.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'ü', 1), (:uuid_c, 'keys', rpad(:words_a, 200, 'ü'), 2),
       (:uuid_c, 'views', repeat('語', 200), 3), (:uuid_c, 'sets', repeat('𠮷', 200), 4), (:uuid_c, 'loops', '𠮷', 5);

--@ accepted: a course with many lessons, some places still free
-- A place is any number from 1 up: a course may have many lessons, and nothing says that they are numbered without a gap.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', :int_40_300_p), (:uuid_c, 'keys', 'B', :int_301_900_q), (:uuid_c, 'views', 'C', 9999);

--@ refused 23505 or 23P01: two lessons of one name in a course
-- Nothing keeps two lessons of a course from having one name: the pair of course_id and slug must be unique, and nothing but the pair.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 1), (:uuid_c, 'joins', 'B', 2);

--@ refused 23505 or 23P01: two lessons in one place
-- Nothing keeps two lessons from standing in one place: the pair of course_id and position must be unique, and nothing but the pair.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 3), (:uuid_c, 'keys', 'B', 3);

--@ refused 23505 or 23P01: two lessons in one place further on
-- Two lessons of a course stand in one place, further on: the rule is for every place.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', :int_40_300_p), (:uuid_c, 'keys', 'B', :int_40_300_p);

--@ refused 23503: a lesson of no course that there is
-- course_id must refer to courses: a column that only looks like it takes any id.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_x, 'joins', 'A', 1);

--@ refused 23502 or 23514: a lesson without title
-- The title is always known, so it must not be NULL, nor be filled by a default.
INSERT INTO lesson (course_id, slug, position) VALUES (:uuid_c, 'joins', 1);

--@ refused 23502 or 23514: a title of NULL
-- The title is always known, so it must not be NULL.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', NULL, 1);

--@ refused 23502 or 23514: a lesson without place
-- The place is always known, so it must not be NULL, nor be filled by a default. A CHECK alone lets NULL through.
INSERT INTO lesson (course_id, slug, title) VALUES (:uuid_c, 'joins', 'A');

--@ refused 23502 or 23514: a place of NULL
-- The place is always known, so it must not be NULL. A CHECK alone lets NULL through.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', NULL);

--@ refused 23502 or 23514: a lesson without course
-- A lesson always has its course: who leaves it out must be refused. A reference lets NULL through, and so does UNIQUE; a default makes one up.
INSERT INTO lesson (slug, title, position) VALUES ('joins', 'A', 1);

--@ refused 23502 or 23514: a lesson without slug
-- A lesson always has its slug: who leaves it out must be refused. UNIQUE lets NULL through, and a default makes one up.
INSERT INTO lesson (course_id, title, position) VALUES (:uuid_c, 'A', 1);

--@ refused 23514: place 0
-- Places count from 1, and place 0 gets in.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 0);

--@ refused 23514: a place below 0
-- Places count from 1, and a negative one gets in.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', - :int_2_9_n);

--@ do: a lesson, and its course deleted
-- Deleting a course must delete its lessons: here they keep it from being deleted, for want of ON DELETE CASCADE.
INSERT INTO lesson (course_id, slug, title, position) VALUES (:uuid_c, 'joins', 'A', 1), (:uuid_d, 'loops', 'A', 2);
DELETE FROM courses WHERE id = :uuid_c;

--@ true: deleting a course deletes its lessons, and no others
-- After the course was deleted its lessons must be gone, and those of the other course must be there.
SELECT count(*) FILTER (WHERE course_id = :uuid_d) = 1 AND count(*) = 1 FROM lesson;
