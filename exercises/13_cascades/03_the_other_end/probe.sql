--@ true: note.progress_id can be followed backwards
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.note'::regclass AND a.attname = 'progress_id' AND i.indpred IS NULL AND i.indisvalid;

--@ true: certificate.user_id can be followed backwards
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.certificate'::regclass AND a.attname = 'user_id' AND i.indpred IS NULL AND i.indisvalid;

--@ true: certificate.course_id can be followed backwards
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.certificate'::regclass AND a.attname = 'course_id' AND i.indpred IS NULL AND i.indisvalid;

--@ true: attempt.user_id can be followed backwards
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.attempt'::regclass AND a.attname = 'user_id' AND i.indpred IS NULL AND i.indisvalid;

--@ true: no index is more than is needed
SELECT count(*) <= 7 FROM pg_index
WHERE indrelid IN ('public.note'::regclass, 'public.certificate'::regclass, 'public.attempt'::regclass);

--@ true: the references, the keys and attempt_passed are there
SELECT (SELECT count(*) FROM pg_constraint WHERE contype IN ('f', 'p') AND conrelid IN
         ('public.note'::regclass, 'public.certificate'::regclass, 'public.attempt'::regclass)) = 7
   AND to_regclass('public.attempt_passed') IS NOT NULL;
