INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c2', 'Algorithms', 5),
  ('00000000-0000-4000-8000-0000000000c1', 'Algorithms', 5),
  ('00000000-0000-4000-8000-0000000000c3', 'Zoology', 5);
