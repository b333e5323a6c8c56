--! no-transaction
-- For the foreign key that comes in 10.  Built beside the writers: it reads the table twice, waits for them, and stops nobody.
CREATE INDEX CONCURRENTLY idx_lesson_progress_course_lesson ON lesson_progress (course_id, lesson_id);
