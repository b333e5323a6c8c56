-- A BRIN index knows ranges of pages, not rows. The ids of learners lie anywhere, so each range may hold each of them, and all tries are read.
-- says: not so: attempt.user_id can be followed backwards
-- has: brin
CREATE INDEX ON note (progress_id);
CREATE INDEX ON certificate (user_id);
CREATE INDEX ON attempt USING brin (user_id);
