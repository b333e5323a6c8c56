--@ do: the function counts its calls
CREATE SEQUENCE calls MINVALUE 0;
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS TRIGGER AS $$
BEGIN
  PERFORM nextval('calls');
  NEW.updated_at = NOW();
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--@ true: an update of twelve rows
SELECT setval('calls', 0);
UPDATE lesson_progress SET completed = true WHERE user_id = :mina AND course_id = :databases;
SELECT last_value = 12 FROM calls;
--@ value fired_by_an_upsert: an insert that updates
SELECT setval('calls', 0);
INSERT INTO lesson_progress (user_id, course_id, lesson_id) VALUES (:mina, :databases, 'joins')
ON CONFLICT (user_id, course_id, lesson_id) DO UPDATE SET attempts = lesson_progress.attempts + 1;
SELECT last_value = 1 FROM calls;
--@ value fired_by_set_null: a delete that sets to NULL
ALTER TABLE lesson_progress ALTER user_id DROP NOT NULL, DROP CONSTRAINT lesson_progress_user_id_fkey,
  ADD FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE SET NULL;
SELECT setval('calls', 0);
DELETE FROM users WHERE id = :mina;
SELECT last_value = (SELECT count(*) FROM lesson_progress WHERE user_id IS NULL) AND last_value > 0 FROM calls;
--@ value fired_by_no_change: an update that changes nothing
SELECT setval('calls', 0);
UPDATE lesson_progress SET score = score WHERE user_id = :mina AND course_id = :databases;
SELECT last_value = 12 FROM calls;
--@ value fired_with_when: the same, where WHEN asks for a change
CREATE OR REPLACE TRIGGER update_lesson_progress_updated_at BEFORE UPDATE ON lesson_progress
FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION update_updated_at_column();
SELECT setval('calls', 0);
UPDATE lesson_progress SET score = score WHERE user_id = :mina AND course_id = :databases;
SELECT last_value > 0 FROM calls;
