-- MERGE looks first and inserts afterwards, as two statements would. It does not wait for a row that the other has inserted and not committed: the key
-- refuses the second. INSERT … ON CONFLICT waits.
-- has: merge into
-- says: a session fails: duplicate key value violates unique constraint "lesson_progress_user_id_course_id_lesson_id_key" (SQLSTATE 23505) (where they overlap)
-- says: not so: all tries are counted (where they overlap)
MERGE INTO lesson_progress lp USING (SELECT :uuid_u::uuid AS u, :uuid_c::uuid AS c, :score AS s) n ON lp.user_id = n.u AND lp.course_id = n.c AND lp.lesson_id = 'joins'
WHEN MATCHED THEN UPDATE SET attempts = lp.attempts + 1, score = greatest(lp.score, n.s)
WHEN NOT MATCHED THEN INSERT (user_id, course_id, lesson_id, attempts, score) VALUES (n.u, n.c, 'joins', 1, n.s);
