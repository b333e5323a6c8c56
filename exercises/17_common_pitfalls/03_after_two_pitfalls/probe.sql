--@ true: each bookmark is there once
-- After the repair there is not one bookmark of each lesson that somebody has marked in a course: doubles were left, or more than the doubles went.
SELECT count(*) = 5 AND count(DISTINCT (user_id, course_id, lesson_id)) = 5 FROM bookmark;

--@ true: no bookmark is lost
-- Of each lesson that somebody marked in a course one bookmark stays, and here one has none left: course and learner count too.
SELECT count(DISTINCT (user_id, course_id, lesson_id)) = 5 FROM bookmark;

--@ true: the earliest is among those that are left
-- Of the doubles the earliest stays, by added_at, and it is gone.
SELECT min(added_at) FILTER (WHERE user_id = '00000000-0000-4000-8000-000000000001' AND lesson_id = 'joins' AND course_id = '00000000-0000-4000-8000-0000000000c1') = '2026-01-05 10:00:01+00'
   AND min(added_at) FILTER (WHERE user_id = '00000000-0000-4000-8000-000000000002' AND lesson_id = 'joins') = '2026-01-05 12:00+00' FROM bookmark;

--@ refused 23505 or 23P01: a second bookmark of one lesson
-- Nothing stops a second bookmark of a lesson: learner, course and lesson together must be unique.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys'), ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys');

--@ refused 23505 or 23P01: a second bookmark of one lesson, added at another time
-- A second bookmark of a lesson gets in when it is added at another time: learner, course and lesson together must be unique, and the time not with them.
INSERT INTO bookmark (user_id, course_id, lesson_id, added_at) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys', :time_a), ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys', :time_b);

--@ accepted: the same lesson_id in another course
-- A lesson_id may stand in two courses: the course belongs to what is there once.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c1', 'sorting'), ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', 'sorting');

--@ accepted: lessons that differ in a capital alone
-- 'joins' and 'Joins' are two lessons: lesson_id is compared as it is.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', 'joins'), ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', 'Joins');

--@ accepted: lessons whose names are alike in part
-- Two lessons whose names begin or end alike, or differ in a hyphen alone, are two lessons: lesson_id is
-- compared as it is, and as a whole.
INSERT INTO bookmark (user_id, course_id, lesson_id)
SELECT '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', lesson
FROM (VALUES (:slug_l), (:slug_l || '-2'), ('a-' || :slug_l),
             (replace(:slug_l, '-', '_')), (replace(:slug_l, '-', '')),
             (repeat(:slug_l || '-', 4) || '1'), (repeat(:slug_l || '-', 4) || '2')) AS marked (lesson);

--@ accepted: another learner marks the same lesson
-- Many learners mark one lesson: the learner belongs to what is there once.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'sorting'), ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', 'sorting');

--@ refused 23503: a bookmark of somebody who is not there
-- Nothing ties the bookmarks to users any more.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_x, '00000000-0000-4000-8000-0000000000c1', 'joins');

--@ refused 23503: an invoice to somebody who is not there
-- Nothing ties the invoices to users any more.
INSERT INTO invoice VALUES (99, :uuid_x, 900);

--@ accepted: a user leaves
-- A user who has bookmarks or invoices, of whatever, still cannot leave: the message says what holds them.
INSERT INTO bookmark (user_id, course_id, lesson_id, added_at)
VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', :slug_l, :time_a);
INSERT INTO invoice
SELECT number, '00000000-0000-4000-8000-000000000001', cents
FROM (VALUES (:int_a, 0), (:int_b, -:int_m), (:int_c, :int_n)) AS made (number, cents);
DELETE FROM users WHERE id = '00000000-0000-4000-8000-000000000001';

--@ true: bookmarks go with their user
-- The reference of `bookmark` to users does not say ON DELETE CASCADE.
SELECT confdeltype = 'c' FROM pg_constraint WHERE conrelid = 'public.bookmark'::regclass AND confrelid = 'public.users'::regclass;

--@ true: invoices stay without one
-- The reference of `invoice` to users does not say ON DELETE SET NULL.
SELECT confdeltype IN ('n', 'd') FROM pg_constraint WHERE conrelid = 'public.invoice'::regclass AND confrelid = 'public.users'::regclass;

--@ true: a user whose id is changed keeps the invoices
-- Only who leaves loses the invoices. Here the reference of `invoice` writes NULL, or the default, when the
-- id of a user changes as well: ON UPDATE says so, and nobody asked for it.
SELECT confupdtype NOT IN ('n', 'd')
FROM pg_constraint WHERE conrelid = 'public.invoice'::regclass AND confrelid = 'public.users'::regclass;

--@ true: all invoices are there
-- An invoice is gone, or has another user than before.
SELECT array_agg(user_id ORDER BY number) = ARRAY['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']::uuid[] FROM invoice;

--@ rows: the bookmarks that are left
-- Other bookmarks are left than the earliest of each, or a column of them was changed.
SELECT user_id, course_id, lesson_id, added_at FROM bookmark WHERE added_at < '2026-02-01';

--@ rows: the invoices
-- The invoices were to stay as they are: only who leaves loses the user_id.
SELECT number, user_id, cents FROM invoice;

--@ rows: the users and the courses
-- Users or courses were changed. Only doubles were to go.
SELECT id, email FROM users UNION ALL SELECT id, title FROM courses;

--@ refused 23503: a bookmark of a course that is not there, as before
-- The reference to courses is gone. It had its rule already.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000001', :uuid_x, 'joins');

--@ refused 23502: a bookmark of no lesson, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1', NULL);

--@ refused 23502: a bookmark of nobody, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (NULL, '00000000-0000-4000-8000-0000000000c1', 'joins');

--@ refused 23505: two invoices of one number, as before
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO invoice VALUES (1, '00000000-0000-4000-8000-000000000001', 900);

--@ do: a course goes
DELETE FROM courses WHERE id = '00000000-0000-4000-8000-0000000000c2';

--@ true: its bookmarks go too, as before
-- The reference to courses no longer says CASCADE.
SELECT count(*) = 0 FROM bookmark WHERE course_id = '00000000-0000-4000-8000-0000000000c2';

--@ do: a user leaves for good
DELETE FROM users WHERE id = '00000000-0000-4000-8000-000000000001';

--@ true: the invoices of who left have no user, and what they were for is known
-- When a user leaves, the invoices are to stay, with NULL as their user and all else as it was.
SELECT count(*) = 2 AND sum(cents) = 1800 FROM invoice WHERE user_id IS NULL;
