-- says: could not run
-- says: requires it
DROP INDEX lesson_progress_user_id_course_id_lesson_id_key;
