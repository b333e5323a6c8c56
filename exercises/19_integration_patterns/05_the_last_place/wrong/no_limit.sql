-- Nobody counts: whoever asks gets in.
-- says: not so: no more learners than places (in every order)
-- says: not so: nobody gets into a workshop without places (in some orders)
INSERT INTO place (course_id, user_id) VALUES (:uuid_c, :learner);
