-- SET NULL and NOT NULL contradict each other: the learner cannot be deleted. The notes were to go anyway.
-- says: refused, but should be accepted: one of them is deleted
-- has: set null
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE SET NULL;
CREATE INDEX ON note (user_id);
