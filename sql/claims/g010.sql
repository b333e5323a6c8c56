--@ do: statistics that are new
ANALYZE course_progress;
--@ value learners_by_rows: who completed it, by the rows
SELECT count(*) FROM lesson_progress
WHERE course_id = :databases AND lesson_id = 'sql-1-lesson-5' AND completed;
--@ value learners_by_document: who completed it, by the documents
SELECT count(*) FROM course_progress WHERE course_id = :databases AND completed_lessons ? 'sql-1-lesson-5';
--@ do: an index made for the question
CREATE INDEX g010_gin ON course_progress USING gin (completed_lessons);
--@ index index_used: its plan with a GIN index
SELECT user_id FROM course_progress WHERE course_id = :databases AND completed_lessons ? 'sql-1-lesson-5';
