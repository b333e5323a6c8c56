-- says: refused, but should be accepted: a learner notes the same twice, and something long
DELETE FROM note WHERE NOT EXISTS (SELECT 1 FROM users WHERE users.id = note.user_id);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE UNIQUE INDEX ON note (user_id, body);
