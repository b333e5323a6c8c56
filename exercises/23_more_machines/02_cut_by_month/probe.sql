--@ true: the columns have the types that are asked for
-- A column has another type: UUID for learner and course, TIMESTAMPTZ for the moment, INTEGER for the seconds.
SELECT string_agg(attname || ' ' || format_type(CASE typtype WHEN 'd' THEN typbasetype ELSE atttypid END, NULL),
                  ', ' ORDER BY attname)
  = 'at timestamp with time zone, course_id uuid, seconds integer, user_id uuid'
FROM pg_attribute JOIN pg_type AS t ON t.oid = atttypid
WHERE attrelid = 'public.beat'::regclass AND attnum > 0 AND NOT attisdropped;

--@ accepted: a row of each month
-- A row of January, of February or of March is refused, with 0 seconds or more: no part takes it, or a rule is too strict.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES
  (:uuid_u, :uuid_c, '2026-01-15 10:00+00', 30), (:uuid_u, :uuid_c, '2026-02-15 10:00+00', 0), (:uuid_u, :uuid_c, '2026-03-15 10:00+00', :int_s),
  (:uuid_u, :uuid_c, '2026-01-16 10:00+00', 0), (:uuid_u, :uuid_c, '2026-02-16 10:00+00', 1), (:uuid_u, :uuid_c, '2026-03-16 10:00+00', 0);

--@ accepted: the first moment of each month
-- The first moment of a month is refused.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES
  (:uuid_u, :uuid_c, '2026-01-01 00:00+00', 30), (:uuid_u, :uuid_c, '2026-02-01 00:00+00', 30), (:uuid_u, :uuid_c, '2026-03-01 00:00+00', 30);

--@ accepted: the last moments of each month
-- One of the last moments of a month is refused: its part ends too early, a rule is too strict, or the time is rounded.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES
  (:uuid_u, :uuid_c, '2026-01-31 10:00+00', 30), (:uuid_u, :uuid_c, '2026-02-28 10:00+00', 30), (:uuid_u, :uuid_c, '2026-03-31 10:00+00', 30),
  (:uuid_u, :uuid_c, '2026-01-31 23:59:59.999+00', 30), (:uuid_u, :uuid_c, '2026-02-28 23:59:59.999+00', 30), (:uuid_u, :uuid_c, '2026-03-31 23:59:59.999+00', 30),
  (:uuid_v, :uuid_c, '2026-01-31 23:59:59.999999+00', 30), (:uuid_v, :uuid_c, '2026-02-28 23:59:59.999999+00', 30), (:uuid_v, :uuid_c, '2026-03-31 23:59:59.999999+00', 30);

--@ refused 23514: a row of April
-- April has no part, and nothing else takes its rows.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-04-01 00:00+00', 30);

--@ refused 23514: a row of December
-- December of 2025 has no part, and nothing else takes its rows.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2025-12-31 23:59+00', 30);

--@ true: each row lies in the part of its month
-- A row of beat is not in the part that is called after its month, seen in UTC.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES
  (:uuid_u, :uuid_c, '2026-01-01 00:00+00', 30), (:uuid_v, :uuid_c, '2026-01-31 23:59+00', 30), (:uuid_u, :uuid_c, '2026-02-01 00:00+00', 30), (:uuid_w, :uuid_c, '2026-02-28 23:59+00', 30),
  (:uuid_u, :uuid_d, '2026-03-01 00:00+00', 30), (:uuid_v, :uuid_d, '2026-03-31 23:59+00', 30);
SELECT count(*) = 6 AND bool_and(p.relname = 'beat_' || to_char(b.at AT TIME ZONE 'UTC', 'YYYY_MM')) FROM beat AS b JOIN pg_class AS p ON p.oid = b.tableoid;

--@ true: a month that is dropped takes no other along
-- DROP TABLE beat_2026_01 fails, or other months lose rows by it.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES
  (:uuid_u, :uuid_c, '2026-01-15 10:00+00', 30), (:uuid_u, :uuid_c, '2026-02-15 10:00+00', 30), (:uuid_v, :uuid_d, '2026-03-15 10:00+00', 30);
DROP TABLE beat_2026_01;
SELECT count(*) = 2 AND min(at) > '2026-02-01' FROM beat;

--@ refused 23505 or 23P01: the same beat again
-- A learner has two beats of one course at one moment.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-02-15 10:00+00', 30), (:uuid_u, :uuid_c, '2026-02-15 10:00+00', 40);

--@ refused 23505 or 23P01: the same beat again, in January
-- A learner has two beats of one course at one moment of January: the key belongs to the table, or to each of
-- its parts.
INSERT INTO beat (user_id, course_id, at, seconds)
VALUES (:uuid_u, :uuid_c, '2026-01-15 10:00+00', 30), (:uuid_u, :uuid_c, '2026-01-15 10:00+00', :int_s);

--@ refused 23505 or 23P01: the same beat again, in March
-- A learner has two beats of one course at one moment of March: the key belongs to the table, or to each of
-- its parts.
INSERT INTO beat (user_id, course_id, at, seconds)
VALUES (:uuid_u, :uuid_c, '2026-03-15 10:00+00', 30), (:uuid_u, :uuid_c, '2026-03-15 10:00+00', :int_s);

--@ accepted: the same moment in another course
-- Two courses at one moment are two beats.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-02-15 10:00+00', 30), (:uuid_u, :uuid_d, '2026-02-15 10:00+00', 30);

--@ accepted: the same moment of another learner
-- Two learners at one moment are two beats.
INSERT INTO beat (user_id, course_id, at, seconds)
SELECT who, :uuid_c, month + INTERVAL '14 days', 30
FROM unnest(ARRAY[:uuid_u, :uuid_v]::uuid[]) AS who, unnest(ARRAY['2026-01-01Z', '2026-02-01Z', '2026-03-01Z']::timestamptz[]) AS month;

--@ accepted: another moment
-- The next beat of the same learner in the same course.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-01-15 10:00+00', 30), (:uuid_u, :uuid_c, '2026-01-15 10:00:30+00', 30);

--@ refused 23514: seconds below 0
-- Seconds below 0 are accepted.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-02-15 10:00+00', -1);

--@ refused 23514: a row of January with fewer than 0 seconds
-- Seconds below 0 are accepted in the part of January: the rule belongs to the table, or to each of its parts.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-01-15 10:00+00', -1);

--@ refused 23514: a row of March with fewer than 0 seconds
-- Seconds below 0 are accepted in the part of March: the rule belongs to the table, or to each of its parts.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-03-15 10:00+00', -1);

--@ refused 23502 or 23514: no seconds
-- A beat without seconds is accepted.
INSERT INTO beat (user_id, course_id, at, seconds) VALUES (:uuid_u, :uuid_c, '2026-02-15 10:00+00', NULL);

--@ refused 23502 or 23514: seconds left out
-- Seconds that are left out get a default: they are to be said.
INSERT INTO beat (user_id, course_id, at) VALUES (:uuid_u, :uuid_c, '2026-02-15 10:00+00');

--@ refused 23502 or 23514: no moment
-- A beat without its moment is accepted.
INSERT INTO beat (user_id, course_id, seconds) VALUES (:uuid_u, :uuid_c, 30);

--@ refused 23502 or 23514: no learner
-- A beat of no learner is accepted.
INSERT INTO beat (course_id, at, seconds) VALUES (:uuid_c, '2026-02-15 10:00+00', 30);

--@ refused 23502 or 23514: no course
-- A beat in no course is accepted.
INSERT INTO beat (user_id, at, seconds) VALUES (:uuid_u, '2026-02-15 10:00+00', 30);

--@ true: each month wants to know all of a beat
-- A beat of January or of March is accepted without its learner, its course or its seconds: what is always
-- known is so in each part.
DO $$
DECLARE
  unknown TEXT;
  month INTEGER;
BEGIN
  FOREACH month IN ARRAY ARRAY[1, 3] LOOP
    FOREACH unknown IN ARRAY ARRAY['learner', 'course', 'seconds'] LOOP
      BEGIN
        INSERT INTO beat (user_id, course_id, at, seconds)
        SELECT CASE WHEN unknown <> 'learner' THEN gen_random_uuid() END,
               CASE WHEN unknown <> 'course' THEN gen_random_uuid() END,
               make_timestamptz(2026, month, 15, 10, 0, 0, 'UTC'),
               CASE WHEN unknown <> 'seconds' THEN 30 END;
      EXCEPTION WHEN not_null_violation OR check_violation THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;
SELECT count(*) = 0 FROM beat;

--@ true: no column has a default
-- A column of beat, or of a part, has a default: each value is to be said.
SELECT count(*) = 0 FROM pg_attrdef WHERE adrelid IN ('public.beat'::regclass, 'public.beat_2026_01'::regclass, 'public.beat_2026_02'::regclass, 'public.beat_2026_03'::regclass);
