INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bao');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
-- The row that was put in first has the greater id: whoever takes any `joins` row is caught.
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, first_started_at)
SELECT ('00000000-0000-4000-8000-0000000001' || id)::uuid, ('00000000-0000-4000-8000-00000000000' || owner)::uuid,
       '00000000-0000-4000-8000-0000000000c1', lesson_id, TIMESTAMPTZ '2026-02-01 10:00+00' + hour * INTERVAL '1 hour'
FROM (VALUES ('30', 2, 'joins', 7), ('10', 1, 'joins', 2), ('20', 1, 'grouping', 1), ('40', 1, 'indexes', 3), ('50', 2, 'grouping', 4), ('60', 2, 'indexes', 9)) AS row (id, owner, lesson_id, hour);
