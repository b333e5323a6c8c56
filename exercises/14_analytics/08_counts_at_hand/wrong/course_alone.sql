-- This index finds the rows and does not hold them: each is fetched from the page where it lies.
-- says: too many pages: opened and completed, lesson by lesson
-- has: (course_id);
CREATE INDEX counts ON lesson_progress (course_id);
