-- The orphans found by a LEFT JOIN; an index that serves a second question too.
DELETE FROM note USING (
  SELECT n.id FROM note AS n LEFT JOIN users AS u ON u.id = n.user_id WHERE u.id IS NULL
) AS orphan WHERE note.id = orphan.id;
CREATE INDEX ON note (user_id, id);
ALTER TABLE note ADD CONSTRAINT note_of_a_learner FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
