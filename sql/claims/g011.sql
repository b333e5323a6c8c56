--@ value lessons_counted: lessons in the documents of one course, by GROUP BY
SELECT count(*) FROM (
  SELECT lesson FROM course_progress, jsonb_array_elements_text(completed_lessons) AS lesson
  WHERE course_id = :databases GROUP BY lesson
) AS counted;
--@ value each_piece_is: all that a document holds of a lesson
SELECT min(jsonb_typeof(piece)) FROM course_progress, jsonb_array_elements(completed_lessons) AS piece
WHERE course_id = :databases HAVING min(jsonb_typeof(piece)) = max(jsonb_typeof(piece));
