-- Course and lesson lead to one stretch of the index, and the score is there: nothing is left to fetch from the table.
CREATE INDEX idx_lesson_progress_scores ON lesson_progress (course_id, lesson_id, score);
