-- To fetch the completed rows that index is worth little. To count them it is: the count is in the index.
-- says: too many pages: how many lessons are completed
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, idx_lesson_progress_completed, newest_visit;
