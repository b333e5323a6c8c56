--@ true: she has completed it, with a score
SELECT completed AND score IS NOT NULL FROM lesson_progress
WHERE user_id = :mina AND course_id = :databases AND lesson_id = 'joins';
--@ value score_after_completing_without_one: the score after a call without one
UPDATE lesson_progress SET completed = true, completed_at = now(), score = NULL
WHERE user_id = :mina AND lesson_id = 'joins' RETURNING score;
--@ value second_call_moved_completed_at: whether the lesson was completed later now
WITH before AS (SELECT id, completed_at FROM lesson_progress WHERE user_id = :mina AND lesson_id = 'joins')
UPDATE lesson_progress AS p SET completed = true, completed_at = now(), score = NULL
FROM before WHERE p.id = before.id RETURNING p.completed_at > before.completed_at;
--@ value rows_changed_if_never_started: rows that it changes where there is none
WITH changed AS (
  UPDATE lesson_progress SET completed = true, completed_at = now(), score = NULL
  WHERE user_id = :mina AND lesson_id = 'recursion' RETURNING id
)
SELECT count(*) FROM changed;
