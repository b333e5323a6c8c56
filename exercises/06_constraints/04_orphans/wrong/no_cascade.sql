-- Without ON DELETE the reference forbids to delete a learner who has notes.
-- says: violates foreign key constraint
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id);
CREATE INDEX ON note (user_id);
