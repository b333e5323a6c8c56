--@ do: 30 seconds more in a lesson
CREATE TABLE earlier AS
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :web AND lesson_id = 'react-hooks';
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE id = (SELECT id FROM earlier);
--@ value updated_at_moved: the trigger
SELECT new.updated_at > old.updated_at FROM earlier AS old JOIN lesson_progress AS new USING (id);
--@ value moved_without_the_trigger: the same with the trigger off
ALTER TABLE lesson_progress DISABLE TRIGGER update_lesson_progress_updated_at;
UPDATE lesson_progress SET time_spent_seconds = 0, updated_at = '2001-01-01'
WHERE id = (SELECT id FROM earlier);
UPDATE lesson_progress SET time_spent_seconds = 30 WHERE id = (SELECT id FROM earlier);
SELECT updated_at > '2001-01-02' FROM lesson_progress WHERE id = (SELECT id FROM earlier);
