CREATE TABLE bookmark (user_id UUID NOT NULL REFERENCES users (id), course_id UUID NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  lesson_id TEXT NOT NULL, added_at TIMESTAMPTZ NOT NULL DEFAULT now());
CREATE TABLE invoice (number INTEGER PRIMARY KEY, user_id UUID NOT NULL REFERENCES users (id), cents INTEGER NOT NULL);
INSERT INTO users (id, email, name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'ada@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'bo@example.org', 'Bo');
INSERT INTO courses (id, title, lesson_count) VALUES
  ('00000000-0000-4000-8000-0000000000c1', 'Databases', 5), ('00000000-0000-4000-8000-0000000000c2', 'Python', 5);
INSERT INTO bookmark
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, ('00000000-0000-4000-8000-0000000000' || course)::uuid, lesson, added::timestamptz
FROM (VALUES
  (1, 'c1', 'joins', '2026-01-05 10:00:02+00'), (1, 'c1', 'joins', '2026-01-05 10:00:01+00'), (1, 'c1', 'joins', '2026-01-05 10:00:03+00'),
  (1, 'c1', 'keys', '2026-01-05 11:00:00.25+00'), (1, 'c2', 'joins', '2026-01-05 09:00+00'),
  (2, 'c1', 'joins', '2026-01-05 12:00:00.2+00'), (2, 'c1', 'joins', '2026-01-05 12:00+00')
) AS row (who, course, lesson, added);
INSERT INTO invoice VALUES
  (1, '00000000-0000-4000-8000-000000000001', 900), (2, '00000000-0000-4000-8000-000000000001', 900),
  (3, '00000000-0000-4000-8000-000000000002', 900);
