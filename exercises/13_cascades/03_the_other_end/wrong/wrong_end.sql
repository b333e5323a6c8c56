-- The referenced side always has an index, its key. What is slow is the way back, so the index belongs on the tables that point.
-- says: not so: note.progress_id can be followed backwards
-- says: not so: certificate.user_id can be followed backwards
-- says: not so: attempt.user_id can be followed backwards
-- says: not so: attempt has another index than its key and attempt_passed
-- says: of users is new
-- says: of lesson_progress is new
CREATE INDEX ON lesson_progress (id);
CREATE INDEX ON users (id);
