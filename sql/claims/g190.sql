--@ do: a table that names a user, without ON DELETE
CREATE TABLE bookmark (user_id UUID NOT NULL REFERENCES users (id), lesson_id TEXT NOT NULL);
INSERT INTO bookmark VALUES (:mina, 'joins');
--@ sqlstate delete: the user is deleted
DELETE FROM users WHERE id = :mina;
--@ accepted: another one, whom nothing holds
DELETE FROM users WHERE id = :emily;
