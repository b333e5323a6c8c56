-- The lesson stands in front of the others: || keeps the order of its two sides,
-- and the array was to be the left one.
-- has: || completed_lessons
-- says: not so: the one that comes later stands last (in every order)
UPDATE course_progress SET completed_lessons = to_jsonb(:lesson::text) || completed_lessons
WHERE user_id = :uuid_u AND course_id = :uuid_c;
