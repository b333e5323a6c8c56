-- The course first, then the score, and only rows that the page can ask for. What it shows is carried along, so no row is fetched
-- from the table.
CREATE INDEX idx_lesson_progress_failed ON lesson_progress (course_id, score) INCLUDE (user_id, lesson_id) WHERE score < 40;
