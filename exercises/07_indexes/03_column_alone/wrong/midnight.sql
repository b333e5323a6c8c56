-- Seven days are 168 hours from now. Yours begin at midnight, six days ago on the calendar, and lose what was completed before that.
-- says: missing rows
SELECT user_id, course_id, lesson_id FROM lesson_progress WHERE completed_at >= CURRENT_DATE - 6
