-- lessons of other names and courses, whose seconds were not carried along either
INSERT INTO courses (id, title, lesson_count) VALUES (:uuid_h, 'Art', 5);
ALTER TABLE lesson_progress DISABLE TRIGGER keep_both_names;
INSERT INTO lesson_progress (user_id, course_id, lesson_id, time_spent_seconds) VALUES
  ('00000000-0000-4000-8000-0000000000a1', :uuid_h, :slug_h, :int_h), ('00000000-0000-4000-8000-0000000000a1', :uuid_h, :slug_i, NULL);
ALTER TABLE lesson_progress ENABLE TRIGGER keep_both_names;
