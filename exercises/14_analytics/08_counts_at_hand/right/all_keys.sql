-- All three as keys: the rows come in the order of the groups, too.
CREATE INDEX counts ON lesson_progress (course_id, lesson_id, completed);
