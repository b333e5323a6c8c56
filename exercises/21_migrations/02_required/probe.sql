--@ rows: the rows afterwards
SELECT lesson_id, attempts, score, completed, time_spent_seconds FROM lesson_progress;

--@ true: attempts is NOT NULL
SELECT attnotnull FROM pg_attribute WHERE attrelid = 'public.lesson_progress'::regclass AND attname = 'attempts';

--@ true: as many CHECKs as before
SELECT count(*) = 3 FROM pg_constraint WHERE conrelid = 'public.lesson_progress'::regclass AND contype = 'c';

--@ do: a learner and a course
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_mail, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Art', 5);

--@ refused 23502|23514: a row without attempts
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts) VALUES (:uuid_u, :uuid_c, 'a', NULL);

--@ accepted: a row that leaves attempts out
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:uuid_u, :uuid_c, 'a');
