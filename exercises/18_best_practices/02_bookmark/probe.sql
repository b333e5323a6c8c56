--@ do: two learners, two courses
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_u, 'Ada'), (:uuid_v, :text_v, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ do: three bookmarks, of which two are of one slug
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_u, :uuid_d, 'joins'), (:uuid_v, :uuid_c, 'joins');

--@ refused 23505: the same lesson marked twice
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');

--@ refused 23503: a bookmark of nobody
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_x, :uuid_c, 'joins');

--@ refused 23503: a bookmark in no course
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_x, 'joins');

--@ refused 23502: no lesson
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, NULL);

--@ refused 23502: no time
INSERT INTO bookmark (user_id, course_id, lesson_id, marked_at) VALUES (:uuid_u, :uuid_c, 'keys', NULL);

--@ true: marked_at is an instant, and by default the present
SELECT pg_typeof(marked_at) = 'timestamptz'::regtype AND marked_at BETWEEN now() - INTERVAL '1 hour' AND now()
FROM bookmark WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: an index begins with user_id
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.bookmark'::regclass AND a.attname = 'user_id' AND i.indpred IS NULL;

--@ true: an index begins with course_id
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.bookmark'::regclass AND a.attname = 'course_id' AND i.indpred IS NULL;

--@ true: no index is spare
SELECT count(*) = 0 FROM pg_index AS i JOIN pg_index AS other ON other.indrelid = i.indrelid AND other.indexrelid <> i.indexrelid
WHERE i.indrelid = 'public.bookmark'::regclass AND NOT i.indisunique
  AND (other.indkey::smallint[])[0:i.indnkeyatts - 1] = (i.indkey::smallint[])[0:i.indnkeyatts - 1];

--@ true: the table has a comment
SELECT length(obj_description('public.bookmark'::regclass, 'pg_class')) > 8;

--@ true: each column has a comment that says more than its name, no two the same
SELECT count(*) >= 4 AND count(*) = count(DISTINCT lower(says)) AND bool_and(length(says) > 8 AND lower(trim(says, ' .')) <> replace(attname, '_', ' '))
FROM (SELECT attname, col_description(attrelid, attnum) AS says FROM pg_attribute
      WHERE attrelid = 'public.bookmark'::regclass AND attnum > 0 AND NOT attisdropped) AS c
HAVING count(*) = count(says);

--@ do: a learner is deleted
DELETE FROM users WHERE id = :uuid_v;

--@ do: a course is deleted
DELETE FROM courses WHERE id = :uuid_c;

--@ true: their bookmarks are gone, the other one is there
SELECT count(*) = 1 AND bool_and(course_id = :uuid_d) FROM bookmark;
