--@ do: one table that names a learner without a key
CREATE TABLE badges (user_id UUID, badge TEXT);
INSERT INTO badges VALUES (:jack, 'first try');
--@ value orphans_without_a_key: what stays of it when the learner goes
DELETE FROM users WHERE id = :jack;
SELECT count(*) FROM badges LEFT JOIN users ON users.id = user_id WHERE users.id IS NULL;
--@ do: another that refers to a row of progress by a plain key
CREATE TABLE notes (progress_id UUID REFERENCES lesson_progress (id), note TEXT);
INSERT INTO notes SELECT id, 'watch again' FROM lesson_progress WHERE user_id = :jack LIMIT 1;
--@ sqlstate delete_above_a_plain_key: the learner goes once more
DELETE FROM users WHERE id = :jack;
