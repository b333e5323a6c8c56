-- lessons that have no quiz: one completed, one with time spent; and one that was completed with a score
INSERT INTO lesson_progress (user_id, course_id, lesson_id, completed, completed_at, time_spent_seconds,
                             attempts, score)
SELECT '00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', lesson, done,
       CASE WHEN done THEN now() END, seconds, NULL, score
FROM (VALUES (:slug_a, true, 0, NULL), (:slug_b, false, :int_s, NULL), (:slug_c, true, :int_t, :score_s))
AS row (lesson, done, seconds, score);
