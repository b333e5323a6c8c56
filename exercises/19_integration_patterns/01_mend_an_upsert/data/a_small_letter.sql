-- two titles that differ in their capitals alone, the smaller id with the small letters: which one comes first is for the order of titles to say
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'sql', 5), ('00000000-0000-4000-8000-0000000000c2', 'SQL', 5);
