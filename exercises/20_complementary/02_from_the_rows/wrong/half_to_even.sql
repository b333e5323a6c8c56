-- round() of a double precision goes to the even number where it lies half way: 12.5 becomes 12. That of a numeric goes up: 100.0 is one.
-- says: missing rows
-- says: extra rows
UPDATE course_progress cp
SET completed_lessons = coalesce((SELECT jsonb_agg(lp.lesson_id ORDER BY lp.lesson_id) FROM lesson_progress lp WHERE lp.completed AND lp.user_id = cp.user_id AND lp.course_id = cp.course_id), '[]'::jsonb),
    progress_percentage = least(100, round(100.0::float8 * (SELECT count(*) FROM lesson_progress lp WHERE lp.completed AND lp.user_id = cp.user_id AND lp.course_id = cp.course_id) / (SELECT lesson_count FROM courses c WHERE c.id = cp.course_id)))
