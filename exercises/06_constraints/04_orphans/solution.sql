-- The reference would not be accepted while an orphan is left. The index is for the delete of a learner, which looks for the notes.
DELETE FROM note AS n WHERE NOT EXISTS (SELECT FROM users AS u WHERE u.id = n.user_id);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX note_user_id ON note (user_id);
