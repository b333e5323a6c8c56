-- Both columns are compared with =, so either may come first.
CREATE INDEX lesson_course_score ON lesson_progress (lesson_id, course_id, score);
