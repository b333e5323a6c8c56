-- keep_course: a course, as long as it is now
INSERT INTO courses (id, title, lesson_count) VALUES (%(id)s, %(title)s, %(count)s)
ON CONFLICT (id) DO UPDATE SET lesson_count = EXCLUDED.lesson_count
