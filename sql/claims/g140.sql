--@ true: no row was updated just now
SELECT count(*) = 0 FROM lesson_progress WHERE updated_at = now();
--@ value updated_at_is_now: an update that does not name updated_at
UPDATE lesson_progress SET score = 75 WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins'
RETURNING updated_at = now();
