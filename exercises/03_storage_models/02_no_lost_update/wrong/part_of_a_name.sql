-- The name of the lesson that comes later is part of a longer one that is there, and a search in the text of
-- the array takes the one for the other: the lesson is not appended. Whether an array holds a name, ? asks.
-- has: completed_lessons::text
-- says: not so: each is there once, and nothing else (in every order)
-- says: not so: the one that comes later stands last (in every order)
UPDATE course_progress SET completed_lessons = completed_lessons || to_jsonb(:lesson::text)
WHERE user_id = :uuid_u AND course_id = :uuid_c AND strpos(completed_lessons::text, :lesson) = 0;
