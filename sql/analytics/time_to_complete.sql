-- time_to_complete: How long is it from opening a lesson of this course to completing it?
-- takes course uuid: the course
-- gives lesson_id text: the lesson
-- gives completed bigint [learners]: who completed it
-- gives timed bigint [learners]: those of them with both times, in order
-- gives median interval: half of the timed took longer
-- gives mean interval: the mean, which a few late ones pull up
-- gives fastest interval: the shortest
-- gives slowest interval: the longest
-- order median descending, NULL last, lesson_id
-- guide 14.4, 8
-- index idx_lesson_progress_course_id
-- reads course
SELECT lesson_id,
       count(*) AS completed,
       count(took) AS timed,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS median,
       avg(took) AS mean,
       min(took) AS fastest,
       max(took) AS slowest
FROM (
  SELECT lesson_id,
         CASE WHEN completed_at >= first_started_at THEN completed_at - first_started_at END AS took
  FROM lesson_progress
  WHERE course_id = :course AND completed
) AS done
GROUP BY lesson_id
ORDER BY median DESC NULLS LAST, lesson_id
