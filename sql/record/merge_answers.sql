-- merge_answers: answers of a file, but for those that are here
INSERT INTO lessonlab_record.answer (user_id, exercise, answered_at, verdict, answer)
SELECT %(user_id)s, f.exercise, f.answered_at, f.verdict, f.answer
FROM jsonb_to_recordset(%(notes)s::JSONB)
       AS f (exercise TEXT, answered_at TIMESTAMP WITH TIME ZONE, verdict TEXT, answer TEXT)
WHERE NOT EXISTS (
  SELECT
  FROM lessonlab_record.answer AS a
  WHERE a.user_id = %(user_id)s AND a.exercise = f.exercise AND a.answer = f.answer AND a.verdict = f.verdict
)
