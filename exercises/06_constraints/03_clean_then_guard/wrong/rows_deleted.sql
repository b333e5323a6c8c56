-- says: missing rows
DELETE FROM lesson_progress WHERE completed <> (completed_at IS NOT NULL);
ALTER TABLE lesson_progress ADD CHECK (completed = (completed_at IS NOT NULL));
