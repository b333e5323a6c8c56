--@ rows: each document, and whether the lines beside it are as they were
SELECT user_id, course_id, completed_lessons, progress_percentage, last_accessed_at = now() AS seen_now FROM course_progress;
