--@ do: a table that names a user without a key, and a user who goes
INSERT INTO users (email, name) VALUES ('last@example.org', 'Last');
CREATE TABLE badge (user_id UUID);
INSERT INTO badge SELECT id FROM users WHERE email = 'last@example.org';
DELETE FROM users WHERE email = 'last@example.org';
--@ value orphans_without_a_key: rows that name nobody
SELECT count(*) FROM badge WHERE user_id NOT IN (SELECT id FROM users);
--@ value orphans_with_a_key: rows of the table that has one
DELETE FROM users WHERE id = :mina;
SELECT count(*) FROM lesson_progress WHERE user_id NOT IN (SELECT id FROM users);
