-- pass_rate: How many pass each quiz of this course?
-- takes course uuid: the course
-- gives lesson_id text: the lesson
-- gives passing_score integer [%]: the lowest score that passes, the course's own
-- gives scored bigint [learners]: who has a score
-- gives passed bigint [learners]: whose score is the passing one or higher
-- gives pass_rate numeric [%]: passed of scored
-- order pass_rate before rounding, lesson_id
-- guide 11
-- index idx_lesson_progress_course_id
-- reads course
SELECT p.lesson_id, c.passing_score,
       count(*) AS scored,
       count(*) FILTER (WHERE p.score >= c.passing_score) AS passed,
       round(100.0 * count(*) FILTER (WHERE p.score >= c.passing_score) / count(*), 1) AS pass_rate
FROM lesson_progress AS p JOIN courses AS c ON c.id = p.course_id
WHERE p.course_id = :course AND p.score IS NOT NULL
GROUP BY p.lesson_id, c.passing_score
ORDER BY count(*) FILTER (WHERE p.score >= c.passing_score)::NUMERIC / count(*), p.lesson_id
