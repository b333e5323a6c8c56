--@ do: a table that names a user, with ON DELETE CASCADE
CREATE TABLE bookmark (user_id UUID NOT NULL REFERENCES users (id) ON DELETE CASCADE, lesson_id TEXT NOT NULL);
INSERT INTO bookmark VALUES (:mina, 'joins');
--@ true: the row is there before
SELECT count(*) = 1 FROM bookmark;
--@ value rows_after: rows of hers after she was deleted
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM bookmark;
