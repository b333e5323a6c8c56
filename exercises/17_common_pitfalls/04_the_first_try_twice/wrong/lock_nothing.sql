-- FOR UPDATE locks the rows that it finds. There is none yet, so nothing keeps the other session out; and MERGE looks first too.
-- has: for update
-- has: merge into
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: all tries are counted (where they overlap)
BEGIN;
SELECT FROM lesson_progress WHERE user_id = :uuid_u AND course_id = :uuid_c AND lesson_id = 'joins' FOR UPDATE;
MERGE INTO lesson_progress AS lp USING (VALUES (:score)) AS came (score)
ON lp.user_id = :uuid_u AND lp.course_id = :uuid_c AND lp.lesson_id = 'joins'
WHEN MATCHED THEN UPDATE SET attempts = lp.attempts + 1, score = greatest(lp.score, came.score)
WHEN NOT MATCHED THEN INSERT (user_id, course_id, lesson_id, attempts, score) VALUES (:uuid_u, :uuid_c, 'joins', 1, came.score);
COMMIT;
