-- attempt_passed knows only the tries that passed. To find all of a learner's tries it cannot be used.
-- says: not so: attempt.user_id can be followed backwards
-- says: not so: attempt has another index than its key and attempt_passed
CREATE INDEX ON note (progress_id);
CREATE INDEX ON certificate (user_id);
