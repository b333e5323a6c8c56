--@ do: two learners, two courses
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_u, 'Ada'), (:uuid_v, :text_v, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ true: the columns have the types that are asked for
-- A column has another type than the question says: user_id and course_id are UUIDs, lesson_id a text, marked_at a TIMESTAMPTZ.
SELECT user_id, course_id, lesson_id, marked_at FROM bookmark;
SELECT count(*) = 4 FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'bookmark'
  AND (column_name, data_type) IN (('user_id', 'uuid'), ('course_id', 'uuid'), ('lesson_id', 'text'), ('lesson_id', 'character varying'),
    ('marked_at', 'timestamp with time zone'));

--@ accepted: a bookmark that leaves the time out
-- Without a time an ordinary bookmark is refused: marked_at needs a default, and nothing else is to be required.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');

--@ accepted: one slug in two courses
-- A slug may stand in two courses, so the course belongs to what is there once.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_u, :uuid_d, 'joins');

--@ accepted: two learners mark one lesson
-- Many learners mark the same lesson, so the learner belongs to what is there once.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_v, :uuid_c, 'joins');

--@ accepted: a learner marks two lessons of a course
-- A learner marks many lessons of a course, so the lesson belongs to what is there once.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_u, :uuid_c, 'keys');

--@ accepted: a slug of many words
-- A slug may be longer, with hyphens and digits. A rule or a length of yours is too narrow for this one.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, :slug_a), (:uuid_v, :uuid_d, 'html-basics');

--@ accepted: lessons that were marked in other years
-- Nothing says when a lesson may be marked. A rule of yours refuses a time that is years ago.
INSERT INTO bookmark (user_id, course_id, lesson_id, marked_at) VALUES (:uuid_u, :uuid_c, 'joins', :time_a), (:uuid_v, :uuid_d, 'keys', :time_b);

--@ refused 23505 or 23P01: the same lesson marked twice
-- A learner marks a lesson of a course once, and nothing says so: the three columns together must be unique, and nothing but these three.
INSERT INTO bookmark (user_id, course_id, lesson_id, marked_at) VALUES (:uuid_u, :uuid_c, 'joins', :time_a), (:uuid_u, :uuid_c, 'joins', :time_b);

--@ refused 23503: a bookmark of a learner that there is not
-- user_id must refer to users: here it takes an id that nobody has.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_x, :uuid_c, 'joins');

--@ refused 23503: a bookmark in a course that there is not
-- course_id must refer to courses: here it takes an id that no course has.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_x, 'joins');

--@ refused 23502 or 23514: a bookmark of nobody
-- user_id is always known. A reference and UNIQUE let NULL through, so it must not be NULL.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (NULL, :uuid_c, 'joins');

--@ refused 23502 or 23514: a bookmark in no course
-- course_id is always known. A reference and UNIQUE let NULL through, so it must not be NULL.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, NULL, 'joins');

--@ refused 23502 or 23514: no lesson
-- lesson_id is always known. UNIQUE lets NULL through, so it must not be NULL.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, NULL);

--@ refused 23502 or 23514: a lesson that is left out
-- lesson_id is always known: who leaves it out must be refused, and a default would make it up.
INSERT INTO bookmark (user_id, course_id) VALUES (:uuid_u, :uuid_c);

--@ refused 23502 or 23514: a learner who is left out
-- user_id is always known: who leaves it out must be refused, and a default would make one up.
INSERT INTO bookmark (course_id, lesson_id) VALUES (:uuid_c, 'joins');

--@ refused 23502 or 23514: a course that is left out
-- course_id is always known: who leaves it out must be refused, and a default would make one up.
INSERT INTO bookmark (user_id, lesson_id) VALUES (:uuid_u, 'joins');

--@ refused 23502 or 23514: no time
-- A default fills what is left out; NULL that is written down stays NULL. marked_at is always known.
INSERT INTO bookmark (user_id, course_id, lesson_id, marked_at) VALUES (:uuid_u, :uuid_c, 'keys', NULL);

--@ true: by default it is the present
-- Left out, marked_at is not the present: it was worked out when the table was made, or for one zone, or is another moment.
SET LOCAL TimeZone = 'Asia/Tokyo';
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins');
SELECT b.marked_at BETWEEN now() AND clock_timestamp() OR a.atttypmod BETWEEN 0 AND 5 AND abs(extract(epoch FROM b.marked_at - now())) < 1
FROM bookmark AS b, pg_attribute AS a WHERE a.attrelid = 'public.bookmark'::regclass AND a.attname = 'marked_at';

--@ true: an index begins with user_id
-- No index begins with user_id that finds every row: a foreign key makes none, and when a learner is deleted, the server reads all bookmarks.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.bookmark'::regclass AND a.attname = 'user_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(user_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: an index begins with course_id
-- No index begins with course_id that finds every row: a foreign key makes none, and when a course is deleted, the server reads all bookmarks.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.bookmark'::regclass AND a.attname = 'course_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(course_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: no index is spare
-- An index is spare when another one begins with its columns: it costs writes and answers nothing new.
SELECT count(*) = 0 FROM pg_index AS i JOIN pg_index AS other ON other.indrelid = i.indrelid AND other.indexrelid <> i.indexrelid
WHERE i.indrelid = 'public.bookmark'::regclass AND other.indpred IS NULL AND (i.indpred IS NULL OR NOT i.indisunique)
  AND (other.indkey::smallint[])[0:i.indnkeyatts - 1] = (i.indkey::smallint[])[0:i.indnkeyatts - 1]
  AND (NOT i.indisunique OR other.indisunique AND other.indnkeyatts = i.indnkeyatts);

--@ true: the table has a comment
-- The table needs a comment that says what a row is, and more than the name does: COMMENT ON TABLE.
SELECT length(regexp_replace(lower(obj_description('public.bookmark'::regclass, 'pg_class')), '\m(the|a|an|of|for|this|is|in|table|stores?|holds?|contains?|bookmarks?)\M|\W', '', 'g')) > 3;

--@ true: no two columns have the same comment
-- Two columns have the same comment: what is true of both tells of neither what the type does not tell.
SELECT count(says) = count(DISTINCT lower(says))
FROM (SELECT col_description(attrelid, attnum) AS says FROM pg_attribute
      WHERE attrelid = 'public.bookmark'::regclass AND attnum > 0 AND NOT attisdropped) AS c;

--@ true: each column has a comment that says more than its name
-- A comment of a column is missing, or repeats the name: it must tell what name and type do not tell.
SELECT count(*) >= 4 AND bool_and(
  length(regexp_replace(replace(lower(says), '_', ' '),
    '\m(the|a|an|of|for|this|is|in|column|field|value|stores?|holds?|contains?|bookmarks?|' || replace(attname, '_', '|') || ')\M|\W', '', 'g')) > 3)
FROM (SELECT attname::text, col_description(attrelid, attnum) AS says FROM pg_attribute
      WHERE attrelid = 'public.bookmark'::regclass AND attnum > 0 AND NOT attisdropped) AS c
HAVING count(*) = count(says);

--@ true: no comment of a column is that of the table
-- No two comments are the same, and that of a column is word for word that of the table.
SELECT count(*) = 0 FROM pg_attribute WHERE attrelid = 'public.bookmark'::regclass AND attnum > 0 AND NOT attisdropped
AND lower(col_description(attrelid, attnum)) = lower(obj_description('public.bookmark'::regclass, 'pg_class'));

--@ accepted: lessons that differ in a capital alone
-- 'joins' and 'Joins' are two lessons: lesson_id is compared as it is.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_u, :uuid_c, 'Joins');

--@ do: three bookmarks of two learners in two courses
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'joins'), (:uuid_u, :uuid_d, 'joins'), (:uuid_v, :uuid_c, 'joins');

--@ true: with a learner their bookmarks go, and no others
-- With the learner the bookmarks go, and only these: the reference must say ON DELETE CASCADE.
DELETE FROM users WHERE id = :uuid_v;
SELECT count(*) = 2 AND bool_and(user_id = :uuid_u) FROM bookmark;

--@ true: with a course its bookmarks go, and no others
-- With the course its bookmarks go, and only these: the reference must say ON DELETE CASCADE.
DELETE FROM courses WHERE id = :uuid_c;
SELECT count(*) = 1 AND bool_and(course_id = :uuid_d) FROM bookmark;
