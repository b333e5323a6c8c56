-- item_discrimination: Does each quiz of this course tell the strong learners from the weak?
-- takes course uuid: the course
-- takes least integer = 10: list a quiz only when at least so many learners have a score in it and in another
-- gives lesson_id text: the lesson
-- gives scores bigint [learners]: who has a score here and in another quiz of the course
-- gives avg_score numeric [%]: their mean here
-- gives discrimination numeric: correlation of the score here with the learner's mean elsewhere, -1 to 1; NULL where either never varies
-- order discrimination, NULL last, lesson_id: the quizzes to look at come first
-- guide asked next
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id, count(*) AS scores, round(avg(score), 1) AS avg_score,
       CASE WHEN min(score) < max(score) AND min(elsewhere) < max(elsewhere)
            THEN round(corr(score, elsewhere)::NUMERIC, 3) END AS discrimination
FROM (
  SELECT lesson_id, score,
         (sum(score) OVER learner - score)::DOUBLE PRECISION / nullif(count(*) OVER learner - 1, 0) AS elsewhere
  FROM lesson_progress
  WHERE course_id = :course AND score IS NOT NULL
  WINDOW learner AS (PARTITION BY user_id)
) AS scored
WHERE elsewhere IS NOT NULL
GROUP BY lesson_id
HAVING count(*) >= :least
ORDER BY discrimination NULLS LAST, lesson_id
