--@ rows: the three rows that were there
SELECT user_id, course_id, seats, begins, ends FROM enrolment;

--@ accepted: a booking that says nothing of seats
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, :uuid_c);

--@ true: such a booking is for one
WITH made AS (INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_v, :uuid_c) RETURNING seats) SELECT seats = 1 FROM made;

--@ accepted: an open end
INSERT INTO enrolment (user_id, course_id, begins) VALUES (:uuid_u, :uuid_c, '2026-03-01');

--@ accepted: one learner in two courses
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_d);

--@ refused 23502: no learner
INSERT INTO enrolment (user_id, course_id) VALUES (NULL, :uuid_c);

--@ refused 23502: no course
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, NULL);

--@ refused 23502: seats that are NULL
INSERT INTO enrolment (user_id, course_id, seats) VALUES (:uuid_u, :uuid_c, NULL);

--@ refused 23514: no seats at all
INSERT INTO enrolment (user_id, course_id, seats) VALUES (:uuid_u, :uuid_c, 0);

--@ refused 23505: the same course twice
INSERT INTO enrolment (user_id, course_id) VALUES (:uuid_u, :uuid_c), (:uuid_u, :uuid_c);

--@ refused 23514: an end before the beginning
INSERT INTO enrolment (user_id, course_id, begins, ends) VALUES (:uuid_u, :uuid_c, '2026-03-01', '2026-02-01');

--@ refused 23514: an end without a beginning
INSERT INTO enrolment (user_id, course_id, ends) VALUES (:uuid_u, :uuid_c, '2026-03-01');
