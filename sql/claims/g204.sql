--@ do guido: the learner of the example, in a course of five lessons
--@ do: his document
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage)
SELECT u.id, c.id, '["lesson-1", "lesson-2", "lesson-3"]', 60
FROM users AS u, courses AS c WHERE u.email = 'guido@example.org' AND c.title = 'Five Lessons';
--@ value done_by_rows: lessons that are done by the rows
SELECT count(*) FILTER (WHERE p.completed)
FROM lesson_progress AS p JOIN courses AS c ON c.id = p.course_id WHERE c.title = 'Five Lessons';
--@ value done_by_document: and by the document
SELECT jsonb_array_length(p.completed_lessons)
FROM course_progress AS p JOIN courses AS c ON c.id = p.course_id WHERE c.title = 'Five Lessons';
--@ value percent_by_rows: what per cent the rows come to
SELECT round(100.0 * count(*) FILTER (WHERE p.completed) / min(c.lesson_count))
FROM lesson_progress AS p JOIN courses AS c ON c.id = p.course_id WHERE c.title = 'Five Lessons';
--@ true: lesson-3 is open by the rows, and done by the document
SELECT NOT r.completed AND d.completed_lessons ? r.lesson_id
FROM lesson_progress AS r JOIN course_progress AS d USING (user_id, course_id) JOIN users AS u ON u.id = r.user_id
WHERE u.email = 'guido@example.org' AND r.lesson_id = 'lesson-3';
