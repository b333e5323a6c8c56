-- Nobody counts: whoever asks gets in.
-- says: not so: no more learners than places (in every order)
INSERT INTO place (course_id, user_id) VALUES (:uuid_c, :learner);
