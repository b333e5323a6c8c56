-- These are the percentages from 0 to 50: <= is *at most*, and you want *at least*.
-- says: missing rows
-- says: extra rows
SELECT user_id, course_id, progress_percentage FROM course_progress WHERE progress_percentage <= 50
