-- The orphans are found by an outer join.
DELETE FROM note WHERE id IN (SELECT n.id FROM note n LEFT JOIN users u ON u.id = n.user_id WHERE u.id IS NULL);
CREATE INDEX ON note USING btree (user_id, id);
ALTER TABLE note ADD CONSTRAINT note_of_user FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
