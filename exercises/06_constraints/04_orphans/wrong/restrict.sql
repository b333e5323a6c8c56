-- says: refused, but should be accepted: one of them is deleted
-- says: The reference forbids to delete a learner who has notes: it must say ON DELETE CASCADE.
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE RESTRICT; CREATE INDEX ON note (user_id);
