-- id, rule
SELECT id, 'time' AS rule  -- TODO
FROM lesson_progress
