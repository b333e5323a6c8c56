--@ true: note.progress_id can be followed backwards
-- note.progress_id: The server asks for the rows by this column alone. No index that finds every row has it in the first place.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.note'::regclass AND a.attname = 'progress_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(progress_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: certificate.user_id can be followed backwards
-- certificate.user_id: The server asks for the rows by this column alone. No index that finds every row has it in the first place.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.certificate'::regclass AND a.attname = 'user_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(user_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: certificate.course_id can be followed backwards
-- certificate.course_id: The server asks for the rows by this column alone. No index that finds every row has it in the first place.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.certificate'::regclass AND a.attname = 'course_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(course_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: attempt.user_id can be followed backwards
-- attempt.user_id: The server asks for the rows by this column alone. No index that finds every row has it in the first place.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.attempt'::regclass AND a.attname = 'user_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(user_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ true: attempt has another index than its key and attempt_passed
-- `attempt` needs an index in which every try is found by its learner, beside its key and attempt_passed, which stay: one of the three is not there.
SELECT count(*) > 2 FROM pg_index WHERE indrelid = 'public.attempt'::regclass;

--@ true: no index is more than is needed
-- There is an index more than is needed: each reference wants one, and a key that begins with its column is one.
SELECT count(*) <= 7 FROM pg_index
WHERE indrelid IN ('public.note'::regclass, 'public.certificate'::regclass, 'public.attempt'::regclass);

--@ true: the references, the keys and attempt_passed are there
-- A reference, a key or attempt_passed is gone: the tables stay as they are.
SELECT (SELECT count(*) FROM pg_constraint WHERE contype IN ('f', 'p') AND conrelid IN
         ('public.note'::regclass, 'public.certificate'::regclass, 'public.attempt'::regclass)) = 7
   AND to_regclass('public.attempt_passed') IS NOT NULL;

--@ true: attempt_passed is what it was, for those who passed
-- attempt_passed was to stay as it is: another index of its name is not the same.
SELECT pg_get_indexdef(to_regclass('public.attempt_passed')) LIKE 'CREATE INDEX % (user_id) WHERE passed';

--@ do: a learner with two lessons of a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id) VALUES (:uuid_p, :uuid_u, :uuid_c, 'joins'), (:uuid_q, :uuid_u, :uuid_c, 'keys');

--@ accepted: several notes on a lesson, two of them in the same words
-- An index that finds need not be UNIQUE: a lesson may have many notes, and one of them twice.
INSERT INTO note
VALUES (1, :uuid_p, :words_a), (2, :uuid_p, :words_b), (3, :uuid_q, :words_a), (4, :uuid_p, :words_a);

--@ accepted: two certificates of a learner, and two of a course
-- An index that finds need not be UNIQUE: a learner may have many certificates.
INSERT INTO certificate (user_id, course_id) VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_d), (:uuid_v, :uuid_c);

--@ accepted: several attempts of a learner, passed and not
-- An index that finds need not be UNIQUE: yours allows one attempt a learner.
INSERT INTO attempt VALUES (1, :uuid_u, true), (2, :uuid_u, true), (3, :uuid_u, false), (4, :uuid_u, false), (5, :uuid_v, true);
