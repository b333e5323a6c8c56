-- The rest is thrown away, where it was to be rounded: 2 of 3 become 66. A division of integers does that, and so do floor and trunc.
-- says: missing rows
-- says: extra rows
UPDATE course_progress cp
SET completed_lessons = coalesce((SELECT jsonb_agg(lp.lesson_id ORDER BY lp.lesson_id) FROM lesson_progress lp WHERE lp.completed AND lp.user_id = cp.user_id AND lp.course_id = cp.course_id), '[]'::jsonb),
    progress_percentage = least(100, floor(100.0 * (SELECT count(*) FROM lesson_progress lp WHERE lp.completed AND lp.user_id = cp.user_id AND lp.course_id = cp.course_id) / (SELECT lesson_count FROM courses c WHERE c.id = cp.course_id)))
