--@ rows: the notes that are left
SELECT user_id, body FROM note;

--@ true: an index can find the notes of a learner
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.note'::regclass AND a.attname = 'user_id' AND i.indpred IS NULL AND i.indisvalid;

--@ refused 23503: a note of a learner that there is not
INSERT INTO note (user_id, body) VALUES (:uuid_x, 'x');

--@ do: two learners with a note each
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_u, 'Bo'), (:uuid_v, :text_v, 'Chidi');
INSERT INTO note (user_id, body) VALUES (:uuid_u, 'x'), (:uuid_v, 'y');

--@ do: one of them is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ true: the notes of the deleted learner are gone, the others are there
SELECT count(*) FILTER (WHERE user_id = :uuid_u) = 0 AND count(*) FILTER (WHERE user_id = :uuid_v) = 1 FROM note;
