-- name, title, lesson_id, score
SELECT p.lesson_id, p.score  -- TODO
FROM lesson_progress AS p
