-- What begins with user_id is found by the index behind UNIQUE, which must stay. Of the two on the time of the visit either serves both
-- directions.
DROP INDEX idx_lesson_progress_user_id, idx_lesson_progress_user_course, newest_visit;
