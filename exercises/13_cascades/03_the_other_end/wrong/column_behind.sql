-- The column that is asked for has to stand first.
-- says: not so: note.progress_id can be followed backwards
-- says: not so: attempt.user_id can be followed backwards
CREATE INDEX ON note (id, progress_id);
CREATE INDEX ON certificate (user_id);
CREATE INDEX ON attempt (passed, user_id);
