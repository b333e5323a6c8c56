--@ do: 30 seconds more in a lesson
CREATE TABLE earlier AS
SELECT * FROM lesson_progress WHERE user_id = :mina AND course_id = :web AND lesson_id = 'react-hooks';
UPDATE lesson_progress SET time_spent_seconds = time_spent_seconds + 30
WHERE id = (SELECT id FROM earlier);
--@ value last_accessed_at_moved: the last visit
SELECT new.last_accessed_at <> old.last_accessed_at
FROM earlier AS old JOIN lesson_progress AS new USING (id);
--@ value updated_at_moved: the last change
SELECT new.updated_at > old.updated_at FROM earlier AS old JOIN lesson_progress AS new USING (id);
