-- An index that finds need not be UNIQUE: a learner may note the same twice, and Ada has.
-- says: could not create unique index
DELETE FROM note WHERE NOT EXISTS (SELECT 1 FROM users WHERE users.id = note.user_id);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE UNIQUE INDEX ON note (user_id, body);
