-- keep_answer: an answer and its verdict; of an exercise the last 20 stay, and the same answer again is only newer
WITH again AS (
  DELETE FROM lessonlab_record.answer
  WHERE user_id = %(user_id)s AND exercise = %(exercise)s AND answer = %(answer)s AND verdict = %(verdict)s
), old AS (
  DELETE FROM lessonlab_record.answer
  WHERE id IN (
    SELECT id
    FROM lessonlab_record.answer
    WHERE user_id = %(user_id)s AND exercise = %(exercise)s
    ORDER BY answered_at DESC, id DESC
    OFFSET 19
  )
)
INSERT INTO lessonlab_record.answer (user_id, exercise, verdict, answer)
VALUES (%(user_id)s, %(exercise)s, %(verdict)s, %(answer)s)
