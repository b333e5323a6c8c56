-- Rows that began within one second, the later ones with smaller ids: only to the microsecond are they in order.
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, first_started_at)
SELECT ('00000000-0000-4000-8000-0000000001' || id)::uuid, '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000c1',
       CASE id WHEN '50' THEN 'joins' ELSE 'lesson-' || id END, TIMESTAMPTZ '2026-02-01 10:00:00.2+00' + moments * INTERVAL '1 microsecond'
FROM (VALUES ('90', 0), ('50', 1), ('40', 2), ('45', 1000), ('30', 2000), ('60', 200000)) AS row (id, moments);
