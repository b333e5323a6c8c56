-- New notes are guarded at once, the old ones are cleaned at leisure, VALIDATE closes the gap.
ALTER TABLE note ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note VALIDATE CONSTRAINT fk;
CREATE INDEX ON note USING hash (user_id);
