-- Of the two on the time of the visit the other stays.
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, by_visit;
