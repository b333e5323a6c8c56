-- Right rows, and the index cannot be entered: it is sorted by completed_at, not by what COALESCE, an addition or a difference makes of it.
-- says: too many pages
SELECT user_id, course_id, lesson_id FROM lesson_progress
WHERE COALESCE(completed_at, '-infinity') > now() - INTERVAL '7 days'
