-- answers: what the reader handed in for an exercise, or for all of them, the first one first
SELECT exercise, answered_at, verdict, answer
FROM lessonlab_record.answer
WHERE user_id = %(user_id)s AND exercise = coalesce(%(exercise)s::TEXT, exercise)
ORDER BY exercise, answered_at, id
