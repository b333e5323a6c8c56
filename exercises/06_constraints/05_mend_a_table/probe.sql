--@ rows: the three rows that were there
-- All three rows stay, and only the seats that are missing change: they become 1.
SELECT user_id, course_id, seats, begins, ends FROM enrolment;

--@ accepted: a booking that says nothing of seats
-- Who does not say for how many is refused, or another rule asks for too much: only learner and course must be given.
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, :uuid_c);

--@ true: such a booking is for one
-- seats that are left out are not 1: the column needs a default.
WITH made AS (INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_v, :uuid_c) RETURNING seats) SELECT seats = 1 FROM made;

--@ accepted: an open end
-- An open end is refused: ends may be NULL.
INSERT INTO enrolment (user_id, course_id, begins) VALUES (:uuid_u, :uuid_c, '2026-03-01');

--@ accepted: one learner in two courses
-- A learner books many courses: it is the pair that stands once.
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_d);

--@ refused 23502 or 23514: no learner
-- user_id is always known, so it must not be NULL.
INSERT INTO enrolment (user_id, course_id) VALUES (NULL, :uuid_c);

--@ refused 23502 or 23514: no course
-- course_id is always known, so it must not be NULL.
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, NULL);

--@ refused 23502 or 23514: seats that are NULL
-- A default fills what is left out; NULL that is written down stays. seats must not be NULL.
INSERT INTO enrolment (user_id, course_id, seats) VALUES (:uuid_u, :uuid_c, NULL);

--@ refused 23514: no seats at all
-- seats > 0 was a rule of the table, and it is gone.
INSERT INTO enrolment (user_id, course_id, seats) VALUES (:uuid_u, :uuid_c, 0);

--@ refused 23505 or 23P01: the same course twice
-- A learner can book a course twice: learner and course together must be unique.
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_c);

--@ refused 23514: an end before the beginning
-- ends > begins was a rule of the table, and it is gone.
INSERT INTO enrolment (user_id, course_id, begins, ends) VALUES (:uuid_u, :uuid_c, '2026-03-01', '2026-02-01');

--@ refused 23514: an end without a beginning
-- A CHECK lets NULL through: with begins unknown, ends > begins is unknown too, and the row gets in.
INSERT INTO enrolment (user_id, course_id, ends) VALUES (:uuid_u, :uuid_c, '2026-03-01');

--@ refused 23505 or 23P01: the same course twice, for another number of people
-- The number of seats is not in the key: it is the same learner and the same course.
INSERT INTO enrolment (user_id, course_id, seats) VALUES (:uuid_u, :uuid_c, 1), (:uuid_u, :uuid_c, 2);

--@ refused 23505 or 23P01: the same course twice, at another time
-- The time is not in the key: it is the same learner and the same course.
INSERT INTO enrolment (user_id, course_id, begins, ends) VALUES (:uuid_u, :uuid_c, '2026-03-01', '2026-03-02'), (:uuid_u, :uuid_c, '2026-04-01', NULL);

--@ accepted: many people, a day, and a course of years
-- Your rule asks more than was wanted: any number of seats above 0, any end after the beginning.
INSERT INTO enrolment VALUES (:uuid_u, :uuid_c, 5000, '2026-03-01', '2026-03-02'), (:uuid_v, :uuid_c, 1, '1999-03-01', '2036-03-02');

--@ refused 23514: an end on the day of the beginning
-- `ends` comes after `begins`: on the same day is not after.
INSERT INTO enrolment (user_id, course_id, begins, ends) VALUES (:uuid_u, :uuid_c, '2026-03-01', '2026-03-01');
