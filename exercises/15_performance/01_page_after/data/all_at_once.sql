INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, first_started_at)
SELECT ('00000000-0000-4000-8000-0000000001' || id)::uuid, '00000000-0000-4000-8000-000000000001',
       '00000000-0000-4000-8000-0000000000c1', CASE id WHEN '14' THEN 'joins' WHEN '20' THEN 'joins' ELSE 'lesson-' || id END, TIMESTAMPTZ '2026-02-01 10:00+00' + hour * INTERVAL '1 hour'
FROM (VALUES ('90', 2), ('11', 2), ('12', 1), ('13', 3), ('14', 3), ('15', 3), ('16', 3), ('17', 5), ('18', 6), ('10', 3)) AS row (id, hour);
