--@ do: three learners in a course: done, on the way, and not begun
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_m, 'Ada'), (:uuid_v, :text_n, 'Bo'), (:uuid_w, :text_o, 'Cy');
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_c, 'Databases', 5), (:uuid_d, 'Python', 5), (:uuid_e, 'Networks', 5);
INSERT INTO course_progress (user_id, course_id, progress_percentage)
VALUES (:uuid_u, :uuid_c, 100), (:uuid_v, :uuid_c, 99), (:uuid_v, :uuid_e, :score_v), (:uuid_u, :uuid_e, 100), (:uuid_w, :uuid_e, 0);

--@ refused 23514: a certificate at 99 per cent of the way
-- The learner is at 99 per cent of the course, and the certificate gets in.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_v, :uuid_c, 90);

--@ refused 23514: a certificate at some per cent of the way
-- The learner is on the way, and the certificate gets in.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_v, :uuid_e, :int_1_99_o);

--@ refused 23514: a certificate for 100 per cent, at 0 of the way
-- The certificate's own percentage says nothing about the way: course_progress does, and it says 0.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_w, :uuid_e, 100);

--@ refused 23514: a certificate for who has not begun
-- Without a row in course_progress the percentage is NULL, and the learner has not completed the course: the certificate gets in all the same.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_w, :uuid_c, 90);

--@ refused 23514: another course than the one that was completed
-- The learner has completed another course, not this one: both columns of the key belong to the condition.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_d, 90);

--@ refused 23514: a good one and a bad one in one statement
-- Of two certificates in one statement the second comes too early: each row is to be looked at.
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_u, :uuid_c, 90), (:uuid_v, :uuid_c, 90);

--@ do: two certificates for who has completed two courses
-- The learner has completed the course, and the certificate is refused: the message says by what.
INSERT INTO certificate (user_id, course_id, percentage, issued_at) VALUES (:uuid_u, :uuid_c, :int_1_50_p, :time_a), (:uuid_u, :uuid_e, 90, :time_b);

--@ true: they are there as they were written
-- An INSERT that is allowed must write what it says, the time of issue included: it may be of the past.
SELECT count(*) = 2 AND bool_and(CASE course_id WHEN :uuid_c THEN percentage = :int_1_50_p AND issued_at = :time_a ELSE percentage = 90 AND issued_at = :time_b END)
FROM certificate;

--@ true: a correction of the percentage is written
-- The percentage may be corrected, and the correction is lost or refused.
UPDATE certificate SET percentage = :int_51_99_p WHERE course_id = :uuid_c;
SELECT percentage = :int_51_99_p AND issued_at = :time_a FROM certificate WHERE course_id = :uuid_c;

--@ true: a correction that also brings another time keeps the old time
-- The UPDATE sets percentage and issued_at: the percentage is to change, the time is not, and there is to be no error.
UPDATE certificate SET percentage = :int_51_99_p, issued_at = :time_d WHERE course_id = :uuid_c;
SELECT percentage = :int_51_99_p AND issued_at = :time_a FROM certificate WHERE course_id = :uuid_c;

--@ true: an UPDATE of the time alone keeps the old time
-- Whatever an UPDATE says: one that sets issued_at alone gets its way, or is an error.
UPDATE certificate SET issued_at = :time_d;
SELECT bool_and(issued_at = CASE course_id WHEN :uuid_c THEN :time_a ELSE :time_b END) FROM certificate;

--@ true: an UPDATE to an earlier time, or to a later one, keeps the old time
-- Whatever an UPDATE says: one that sets issued_at to an earlier time, or to a later one, gets its way, or is an error.
UPDATE certificate SET issued_at = issued_at - INTERVAL '1 day' WHERE course_id = :uuid_c;
UPDATE certificate SET issued_at = issued_at + INTERVAL '1 day' WHERE course_id = :uuid_e;
SELECT bool_and(issued_at = CASE course_id WHEN :uuid_c THEN :time_a ELSE :time_b END) FROM certificate;

--@ true: an UPDATE to the present or to nothing keeps the old time
-- Whatever an UPDATE says: one that sets issued_at to now(), or to NULL, gets its way, or is an error.
UPDATE certificate SET issued_at = now() WHERE course_id = :uuid_c;
UPDATE certificate SET issued_at = NULL WHERE course_id = :uuid_e;
SELECT bool_and(issued_at = CASE course_id WHEN :uuid_c THEN :time_a ELSE :time_b END) FROM certificate;

--@ refused 23514: a certificate that moves to a course that is not completed
-- A certificate that is there comes to be for another course, which the learner has not completed: an UPDATE of the key is an issue too.
UPDATE certificate SET course_id = :uuid_d WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ refused 23514: a certificate that moves to a learner who has not completed it
-- A certificate that is there comes to be another learner's, who has not completed the course: an UPDATE of the key is an issue too.
UPDATE certificate SET user_id = :uuid_w WHERE user_id = :uuid_u AND course_id = :uuid_c;

--@ true: a certificate moves to who has completed the course as well
-- Whoever has completed the course may have it: the move is refused or lost.
INSERT INTO course_progress (user_id, course_id, progress_percentage) VALUES (:uuid_w, :uuid_c, 100);
UPDATE certificate SET user_id = :uuid_w WHERE user_id = :uuid_u AND course_id = :uuid_c;
SELECT user_id = :uuid_w AND issued_at = :time_a FROM certificate WHERE course_id = :uuid_c;

--@ true: a certificate that moves and brings another time keeps the old time
-- Whatever an UPDATE says: one that moves the certificate and sets issued_at as well gets its way with the time.
INSERT INTO course_progress (user_id, course_id, progress_percentage) VALUES (:uuid_w, :uuid_c, 100);
UPDATE certificate SET user_id = :uuid_w, issued_at = :time_d WHERE user_id = :uuid_u AND course_id = :uuid_c;
SELECT user_id = :uuid_w AND issued_at = :time_a FROM certificate WHERE course_id = :uuid_c;

--@ true: a correction is allowed after the way got longer
-- Once it is issued a certificate may be corrected, also when the learner has no longer completed the course.
UPDATE course_progress SET progress_percentage = 80 WHERE user_id = :uuid_u;
UPDATE certificate SET percentage = :int_51_99_p WHERE course_id = :uuid_c;
SELECT percentage = :int_51_99_p FROM certificate WHERE course_id = :uuid_c;

--@ true: a certificate without a time has the present
-- An INSERT that leaves issued_at out is to have its default.
INSERT INTO course_progress (user_id, course_id, progress_percentage) VALUES (:uuid_w, :uuid_d, 100);
INSERT INTO certificate (user_id, course_id, percentage) VALUES (:uuid_w, :uuid_d, 90);
SELECT issued_at = now() FROM certificate WHERE user_id = :uuid_w;

--@ true: the way of the learners is as it was
-- course_progress, or lesson_progress, is only to be read: a row there has changed, or can no longer be changed.
UPDATE course_progress SET progress_percentage = 98 WHERE user_id = :uuid_v AND course_id = :uuid_c;
SELECT count(*) = 5 AND sum(progress_percentage) = 298 + :score_v FROM course_progress;

--@ true: a certificate can be deleted, and goes with its learner
-- A DELETE is lost or refused: the trigger is for INSERT and UPDATE.
DELETE FROM certificate WHERE course_id = :uuid_e;
DELETE FROM users WHERE id = :uuid_u;
SELECT count(*) = 0 FROM certificate;
