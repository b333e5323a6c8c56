-- A reference has no index of its own: each deleted learner costs a walk through all notes.
-- says: not so: an index can find the notes of a learner
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
