-- A BRIN index knows ranges of pages, not rows. The ids of learners lie anywhere, so each range may hold each of them, and all notes are read.
-- says: not so: an index can find the notes of a learner
-- has: create index
-- has: brin
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX ON note USING brin (user_id);
