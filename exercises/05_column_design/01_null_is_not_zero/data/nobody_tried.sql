-- a course in which lessons were opened and nothing was tried, one with a score of 0 alone, and one whose tries nobody has counted
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-0000000000a1', 'ada@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Art', 5),
  ('00000000-0000-4000-8000-0000000000c3', 'Music', 5);
INSERT INTO lesson_progress (user_id, course_id, lesson_id, score, attempts) VALUES
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'joins', NULL, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c1', 'keys', NULL, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c2', 'light', 0, 1),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c3', 'chords', 55, 0),
  ('00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000c3', 'scales', 65, NULL);
