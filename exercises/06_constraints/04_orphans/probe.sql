--@ rows: the notes that are left
-- Just the notes go whose learner there is no longer, and the others stay as they were.
SELECT id, user_id, body FROM note;

--@ rows: the learners, who are all there
-- Learners were changed. Only notes were to go.
SELECT id, email, name FROM users;

--@ true: an index can find the notes of a learner
-- No index that finds every note of a learner begins with user_id: a foreign key makes none.
SELECT count(*) > 0 FROM pg_index AS i JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
WHERE i.indrelid = 'public.note'::regclass AND a.attname = 'user_id' AND i.indisvalid
  AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) = '(user_id IS NOT NULL)')
  AND pg_get_indexdef(i.indexrelid) ~ 'USING (btree|hash)';

--@ refused 23503: a note of a learner that there is not
-- Nothing ties user_id to users: a note of nobody gets in.
INSERT INTO note (user_id, body) VALUES (:uuid_x, 'x');

--@ do: two learners with a note each
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_u, 'Bo'), (:uuid_v, :text_v, 'Chidi');
INSERT INTO note (user_id, body) VALUES (:uuid_u, 'x'), (:uuid_v, 'y');

--@ do: one of them is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ true: the notes of the deleted learner are gone, the others are there
-- With a learner their notes go, and only these: the reference must say ON DELETE CASCADE.
SELECT count(*) FILTER (WHERE user_id = :uuid_u) = 0 AND count(*) FILTER (WHERE user_id = :uuid_v) = 1 FROM note;

--@ accepted: a learner notes the same twice, and something long
-- An index that finds need not be UNIQUE: a learner may have many notes, and the same one twice.
INSERT INTO note (user_id, body) VALUES (:uuid_v, 'again'), (:uuid_v, 'again'), (:uuid_v, repeat('long ', 200));

--@ refused 23505: two notes of one id, as before
-- A rule that was there before is gone: id was the key.
INSERT INTO users (id, email, name) VALUES (:uuid_w, :text_w, 'Cy');
INSERT INTO note (id, user_id, body) OVERRIDING SYSTEM VALUE VALUES (99, :uuid_v, 'x'), (99, :uuid_w, 'y');

--@ refused 23502: a note of nobody
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO note (user_id, body) VALUES (NULL, 'x');

--@ refused 23502: a note that says nothing
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO note (user_id, body) VALUES (:uuid_v, NULL);
