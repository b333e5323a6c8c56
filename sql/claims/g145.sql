--@ do: the function counts its calls
CREATE SEQUENCE calls MINVALUE 0;
SELECT setval('calls', 0);
CREATE OR REPLACE FUNCTION update_updated_at_column() RETURNS TRIGGER AS $$
BEGIN
  PERFORM nextval('calls');
  RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--@ value firings: twelve rows are deleted
DELETE FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
SELECT last_value FROM calls;
--@ true: the rows are gone
DELETE FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
SELECT count(*) = 0 FROM lesson_progress WHERE user_id = :mina AND course_id = :databases;
--@ true: an update is counted
UPDATE lesson_progress SET attempts = attempts WHERE user_id = :mina AND course_id = :databases;
SELECT last_value = 12 FROM calls;
