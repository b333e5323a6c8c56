-- says: refused, but should be accepted: several attempts of a learner, passed and not
CREATE INDEX ON note (progress_id);
CREATE INDEX ON certificate (user_id);
CREATE UNIQUE INDEX ON attempt (user_id);
