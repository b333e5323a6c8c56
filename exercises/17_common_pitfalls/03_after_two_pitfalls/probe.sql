--@ true: each bookmark is there once
SELECT count(*) = 4 AND count(DISTINCT (user_id, course_id, lesson_id)) = 4 FROM bookmark;

--@ true: no bookmark is lost
SELECT count(DISTINCT (user_id, course_id, lesson_id)) = 4 FROM bookmark;

--@ true: the earliest is among those that are left
SELECT min(added_at) FILTER (WHERE user_id = '00000000-0000-4000-8000-000000000001' AND lesson_id = 'joins' AND course_id = '00000000-0000-4000-8000-0000000000c1') = '2026-01-05 10:00:01+00'
   AND min(added_at) FILTER (WHERE user_id = '00000000-0000-4000-8000-000000000002') = '2026-01-05 12:00+00' FROM bookmark;

--@ refused 23505: a second bookmark of one lesson
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys'), ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'keys');

--@ accepted: the same lesson_id in another course
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c1', 'sorting'), ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', 'sorting');

--@ accepted: another learner marks the same lesson
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES ('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c2', 'sorting'), ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', 'sorting');

--@ refused 23503: a bookmark of somebody who is not there
INSERT INTO bookmark (user_id, course_id, lesson_id) VALUES (:uuid_x, '00000000-0000-4000-8000-0000000000c1', 'joins');

--@ refused 23503: an invoice to somebody who is not there
INSERT INTO invoice VALUES (99, :uuid_x, 900);

--@ accepted: a user leaves
DELETE FROM users WHERE id = '00000000-0000-4000-8000-000000000001';

--@ true: bookmarks go with their user
SELECT confdeltype = 'c' FROM pg_constraint WHERE conrelid = 'public.bookmark'::regclass AND confrelid = 'public.users'::regclass;

--@ true: invoices stay without one
SELECT confdeltype = 'n' FROM pg_constraint WHERE conrelid = 'public.invoice'::regclass AND confrelid = 'public.users'::regclass;

--@ true: all invoices are there
SELECT array_agg(user_id ORDER BY number) = ARRAY['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']::uuid[] FROM invoice;
