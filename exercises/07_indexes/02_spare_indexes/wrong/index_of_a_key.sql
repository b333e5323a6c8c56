-- says: could not run
DROP INDEX lesson_progress_user_id_course_id_lesson_id_key;
