-- A note of somebody who is still there is gone. Two notes of a learner may say the same, and a learner may have nothing but a note: only those of nobody go.
-- says: missing rows
DELETE FROM note AS n WHERE NOT EXISTS (SELECT FROM users AS u WHERE u.id = n.user_id);
DELETE FROM note AS n USING note AS o WHERE (n.user_id, n.body) = (o.user_id, o.body) AND n.id > o.id;
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX note_user_id ON note (user_id);
