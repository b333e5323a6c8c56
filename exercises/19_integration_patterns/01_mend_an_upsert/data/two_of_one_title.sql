INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
-- the one with the smaller id was made later
INSERT INTO courses (id, title, lesson_count, created_at) VALUES
  ('00000000-0000-4000-8000-0000000000c2', 'Algorithms', 5, '2026-01-05 10:00+00'),
  ('00000000-0000-4000-8000-0000000000c1', 'Algorithms', 5, '2026-02-05 10:00+00'),
  ('00000000-0000-4000-8000-0000000000c3', 'Zoology', 5, '2026-01-04 10:00+00');
