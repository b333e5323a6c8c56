--@ true: the update that sets updated_at itself
UPDATE lesson_progress SET time_spent_seconds = 180, updated_at = NOW()
WHERE id = (SELECT id FROM lesson_progress WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins');
SELECT count(*) = 1 FROM lesson_progress WHERE updated_at = now();
--@ true: the one that leaves it to the trigger
UPDATE lesson_progress SET time_spent_seconds = 180
WHERE id = (SELECT id FROM lesson_progress WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins');
SELECT count(*) = 1 FROM lesson_progress WHERE updated_at = now();
--@ true: the one that sets completed
UPDATE lesson_progress SET completed = true
WHERE id = (SELECT id FROM lesson_progress WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins');
SELECT count(*) = 1 FROM lesson_progress WHERE updated_at = now();
--@ value rows_after_the_delete: the delete
DELETE FROM lesson_progress
WHERE id = (SELECT id FROM lesson_progress WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins');
SELECT count(*) FROM lesson_progress WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins';
