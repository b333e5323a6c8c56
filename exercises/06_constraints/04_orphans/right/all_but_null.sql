-- An index WHERE user_id IS NOT NULL holds all notes, as the column takes no NULL; and no reference asks for NULL.
DELETE FROM note WHERE NOT EXISTS (SELECT FROM users WHERE users.id = note.user_id);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX ON note (user_id) WHERE user_id IS NOT NULL;
