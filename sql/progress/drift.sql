-- drift: the learners' rows of courses that do not say what the rows of their lessons say
-- missing: completed lessons that the array lacks; surplus: words of the array that are no completed lesson
-- One statement sees one moment: a change that is half done is not seen at all, so what is found is really wrong.
WITH counted AS (
  SELECT user_id, course_id, max(last_accessed_at) AS seen,
         coalesce(array_agg(lesson_id::TEXT ORDER BY lesson_id::TEXT) FILTER (WHERE completed), '{}') AS completed
  FROM lesson_progress
  GROUP BY user_id, course_id
), listed AS (
  SELECT user_id, course_id, progress_percentage, last_accessed_at, ARRAY(
           SELECT word
           FROM jsonb_array_elements_text(
             CASE jsonb_typeof(completed_lessons) WHEN 'array' THEN completed_lessons ELSE '[]' END
           ) AS word
           ORDER BY word
         ) AS words
  FROM course_progress
), compared AS (
  SELECT user_id, course_id, seen, last_accessed_at, progress_percentage AS stored_percentage,
         coalesce(completed, '{}') AS completed, coalesce(words, '{}') AS words,
         least(100, round(100.0 * coalesce(cardinality(completed), 0) / lesson_count))::INTEGER AS right_percentage
  FROM counted FULL JOIN listed USING (user_id, course_id) JOIN courses AS c ON c.id = course_id
)
SELECT user_id, course_id, stored_percentage, right_percentage,
       ARRAY(SELECT unnest(completed) EXCEPT SELECT unnest(words) ORDER BY 1) AS missing,
       ARRAY(SELECT unnest(words) EXCEPT SELECT unnest(completed) ORDER BY 1) AS surplus
FROM compared
WHERE words <> completed
      OR stored_percentage IS DISTINCT FROM right_percentage
      OR (seen IS NOT NULL AND last_accessed_at IS DISTINCT FROM seen)
ORDER BY user_id, course_id
