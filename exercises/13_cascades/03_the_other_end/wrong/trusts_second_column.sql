-- The primary key of certificate has user_id in second place. It is ordered by course, so a learner's rows lie all over it.
-- says: not so: certificate.user_id can be followed backwards
CREATE INDEX ON note (progress_id);
CREATE INDEX ON attempt (user_id);
