--@ do: two learners, two courses
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5);

--@ true: the columns have the types that are asked for
-- A column is missing or has another type than the question says: user_id and course_id are UUIDs, percentage a number, the times instants, reason a text.
SELECT user_id, course_id, percentage, issued_at, withdrawn_at FROM certificate;
SELECT count(*) = 6 FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'certificate'
  AND (column_name, data_type) IN (('user_id', 'uuid'), ('course_id', 'uuid'), ('percentage', 'smallint'), ('percentage', 'integer'),
    ('percentage', 'bigint'), ('percentage', 'numeric'), ('percentage', 'real'), ('percentage', 'double precision'),
    ('issued_at', 'timestamp with time zone'), ('issued_at', 'timestamp without time zone'), ('issued_at', 'date'),
    ('withdrawn_at', 'timestamp with time zone'), ('withdrawn_at', 'timestamp without time zone'), ('withdrawn_at', 'date'),
    ('reason', 'text'), ('reason', 'character varying'));

--@ accepted: a certificate with 84 per cent
-- An ordinary certificate is refused: the message says by what. What nobody says must be filled, or may be unknown.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84);

--@ accepted: 0 per cent
-- 0 to 100 has 0 in it.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 0);

--@ accepted: 100 per cent
-- 0 to 100 has 100 in it.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 100);

--@ accepted: any per cent between
-- A figure between 0 and 100 is refused.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, :int_1_50_p), (:uuid_v, :uuid_d, :int_51_99_p);

--@ accepted: one learner, two courses
-- There is at most one for each course, so a learner has many: the course belongs to what is there once.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84), (:uuid_u, :uuid_d, 85);

--@ accepted: two learners, one course
-- Each person gets one for the course: the person belongs to what is there once.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84), (:uuid_v, :uuid_c, 85);

--@ accepted: certificates that were issued in other years
-- Nothing says when a certificate may be issued. A rule of yours refuses a time that is years ago.
INSERT INTO certificate (user_id, course_id, percentage, issued_at) VALUES (:uuid_u, :uuid_c, 84, :time_a), (:uuid_v, :uuid_d, 85, :time_b);

--@ accepted: one that was withdrawn for a reason
-- A certificate that was withdrawn later, for a reason, is refused.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, '2026-01-05 10:00+00', '2026-01-06 10:00+00', 'copied');

--@ accepted: one that was withdrawn years later
-- A certificate may be withdrawn at any time after it was issued.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, :time_a, :time_a + INTERVAL '700 days', 'copied');

--@ accepted: one that was withdrawn at the moment when it was issued
-- Not before it was issued: the same moment is not before.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason) VALUES (:uuid_u, :uuid_c, 84, :time_a, :time_a, 'copied');

--@ accepted: one that was withdrawn a moment after it was issued
-- A tenth of a second later is not before: the times are kept as they are given, and not rounded.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, date_trunc('second', :time_a::timestamptz) + INTERVAL '0.6 seconds', date_trunc('second', :time_a::timestamptz) + INTERVAL '0.7 seconds', 'copied');

--@ accepted: a reason of one letter
-- The reason is any text that is not empty: a single letter is one.
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at, reason) VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day', 'x');

--@ accepted: a reason of 200 letters
-- The reason is any text of up to 200 letters. A rule or a length of yours is too narrow for one of several sentences.
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at, reason) VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day', rpad(:words_r, 200, ' ü'));

--@ accepted: a reason of two lines, in letters of another alphabet
-- The reason is any text that is not empty: a rule of yours allows some letters only, or one line.
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at, reason) VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day', E'αντιγραφή\n見つかった');

--@ accepted: one at 0 per cent that was withdrawn, and one at 100
-- A certificate may be withdrawn whatever its per cent: a rule of yours forbids it.
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 0, now() + INTERVAL '1 day', 'copied'), (:uuid_u, :uuid_d, 100, now() + INTERVAL '1 day', 'copied'), (:uuid_v, :uuid_c, :score_w, now() + INTERVAL '1 day', 'copied');

--@ accepted: two that differ in nothing but the person
-- Two certificates may have the same figure, and be withdrawn at the same moment for the same reason: a rule of yours forbids it.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, :time_a, :time_a + INTERVAL '1 day', 'copied'), (:uuid_v, :uuid_c, 84, :time_a, :time_a + INTERVAL '1 day', 'copied');

--@ refused 23505 or 23P01: a second one for the same course
-- A learner gets at most one certificate for a course, and nothing says so: the pair of user_id and course_id must be unique, and nothing but the pair.
INSERT INTO certificate (user_id, course_id, percentage, issued_at) VALUES (:uuid_u, :uuid_c, 84, :time_a), (:uuid_u, :uuid_c, 90, :time_b);

--@ refused 23505 or 23P01: a second one after the first was withdrawn
-- At most one for each course, also when it was withdrawn: the rule must hold for all rows.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason) VALUES (:uuid_u, :uuid_c, 84, :time_a, :time_a + INTERVAL '1 day', 'copied');
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 90);

--@ refused 23514: 101 per cent
-- Nothing keeps the percentage from being more than 100.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 101);

--@ refused 23514: less than 0 per cent
-- Nothing keeps the percentage from being less than 0.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, -1);

--@ refused 23502 or 23514: no per cent
-- The percentage is always known. A CHECK alone lets NULL through.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, NULL);

--@ refused 23502 or 23514: per cent that are left out
-- The percentage is always known: who leaves it out must be refused, and a default would make it up.
INSERT INTO certificate (user_id, course_id) VALUES (:uuid_u, :uuid_c);

--@ refused 23502 or 23514: nobody's certificate
-- A certificate is somebody's. A reference and UNIQUE let NULL through, so user_id must not be NULL.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (NULL, :uuid_c, 84);

--@ refused 23502 or 23514: a certificate for no course
-- A certificate is for a course. A reference and UNIQUE let NULL through, so course_id must not be NULL.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, NULL, 84);

--@ refused 23502 or 23514: a person who is left out
-- A certificate is somebody's: who leaves the person out must be refused, and a default would make one up.
INSERT INTO certificate (course_id, percentage) VALUES (:uuid_c, 84);

--@ refused 23502 or 23514: a course that is left out
-- A certificate is for a course: who leaves it out must be refused, and a default would make one up.
INSERT INTO certificate (user_id, percentage) VALUES (:uuid_u, 84);

--@ refused 23502 or 23514: no time of issue
-- We keep when it was issued. A default fills what is left out; NULL that is written down stays NULL.
INSERT INTO certificate (user_id, course_id, percentage, issued_at) VALUES (:uuid_u, :uuid_c, 84, NULL);

--@ refused 23514: withdrawn without a reason
-- Either both are known or neither: one gets in that was withdrawn and has no reason.
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at) VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day');

--@ refused 23514: a reason, and not withdrawn
-- Either both are known or neither: one gets in that has a reason and was not withdrawn.
INSERT INTO certificate (user_id, course_id, percentage, reason) VALUES (:uuid_u, :uuid_c, 84, 'copied');

--@ refused 23514: a reason of no letters
-- An empty text is a value, and no reason.
INSERT INTO certificate (user_id, course_id, percentage, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, now() + INTERVAL '1 day', '');

--@ refused 23514: withdrawn before it was issued
-- Nothing stops a certificate that was withdrawn before it was issued.
INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
VALUES (:uuid_u, :uuid_c, 84, '2026-01-05 10:00+00', '2026-01-05 09:59+00', 'copied');

--@ refused 23503: for a person who is not there
-- user_id must refer to users: here it takes an id that nobody has.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_x, :uuid_c, 84);

--@ refused 23503: for a course that is not there
-- course_id must refer to courses: here it takes an id that no course has.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_x, 84);

--@ true: what is refused of a few certificates is refused of hundreds
-- A rule holds while there are few certificates, and no longer when there are hundreds: the message says what
-- gets in then. A rule is about each row, however many there are.
INSERT INTO users (id, email, name)
SELECT gen_random_uuid(), :text_k || n, 'Cy' FROM generate_series(1, :int_300_600_k) AS n;
DO $$
DECLARE
  bad TEXT;
  many BOOLEAN;
  refused TEXT[] := '{}';
BEGIN
  FOREACH many IN ARRAY ARRAY[false, true] LOOP
    IF many THEN
      INSERT INTO certificate (user_id, course_id, percentage)
      SELECT u.id, c.id, 84 FROM users AS u, courses AS c WHERE u.name = 'Cy' AND c.title = 'Databases';
    END IF;
    FOREACH bad IN ARRAY ARRAY[
      '101, now(), NULL, NULL', '-1, now(), NULL, NULL', 'NULL, now(), NULL, NULL', '84, NULL, NULL, NULL',
      '84, now(), now(), NULL', '84, now(), NULL, ''copied''', '84, now(), now(), ''''',
      '84, now(), now() - INTERVAL ''1 minute'', ''copied''']
    LOOP
      BEGIN
        EXECUTE 'INSERT INTO certificate (user_id, course_id, percentage, issued_at, withdrawn_at, reason)
          SELECT u.id, c.id, ' || bad || ' FROM users AS u, courses AS c
          WHERE u.name = ''Ada'' AND c.title = ''Python''';
        RAISE division_by_zero;  -- it got in: take it back
      EXCEPTION
        WHEN integrity_constraint_violation THEN refused := refused || bad;
        WHEN division_by_zero THEN
          IF many AND bad = ANY (refused) THEN
            RAISE EXCEPTION 'of hundreds, one with % gets in', bad;
          END IF;
      END;
    END LOOP;
  END LOOP;
END $$;
SELECT count(*) BETWEEN 300 AND 600 FROM certificate;

--@ true: if nobody says, it was issued now
-- Left out, issued_at is not now: it was worked out when the table was made, or for one zone, or is another moment.
SET LOCAL TimeZone = 'Asia/Tokyo';
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84);
SELECT c.issued_at BETWEEN now() AND clock_timestamp() OR a.atttypmod BETWEEN 0 AND 5 AND abs(extract(epoch FROM c.issued_at - now())) < 1
FROM certificate AS c, pg_attribute AS a WHERE a.attrelid = 'public.certificate'::regclass AND a.attname = 'issued_at';

--@ true: one that nobody withdrew is not withdrawn
-- Left out, withdrawn_at and reason are to be unknown: a default makes them up.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84);
SELECT withdrawn_at IS NULL AND reason IS NULL FROM certificate;

--@ true: times are kept with their zone
-- A time is to be the same moment wherever it is read from, and yours is not: TIMESTAMP drops the zone, DATE the hour as well.
SELECT count(*) = 2 FROM pg_attribute
WHERE attrelid = 'public.certificate'::regclass AND attname IN ('issued_at', 'withdrawn_at') AND atttypid = 'timestamptz'::regtype;

--@ do: a certificate for each of the two
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 84), (:uuid_v, :uuid_c, 90);

--@ refused 23001 or 23503: deleting a course that has certificates
-- The course can be deleted although it has certificates. It is never to be, so neither CASCADE nor SET NULL is right there.
DELETE FROM courses WHERE id = :uuid_c;

--@ accepted: deleting a course that has none
-- A course without certificates may be deleted.
DELETE FROM courses WHERE id = :uuid_d;

--@ true: a person who leaves takes the certificate along, and no other one
-- When a person leaves, their certificates go, and no others: the reference must say ON DELETE CASCADE.
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 1 AND bool_and(user_id = :uuid_v) FROM certificate;
