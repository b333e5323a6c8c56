--@ do: a schema in which nothing was made yet
CREATE SCHEMA g008_blank;
SET LOCAL search_path = g008_blank;
--@ sqlstate insert_before_the_table_exists: its example
INSERT INTO course_progress (completed_lessons, progress_percentage)
VALUES ('["lesson-1", "lesson-2", "lesson-3"]', 60);
