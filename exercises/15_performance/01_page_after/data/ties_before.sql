INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, first_started_at)
SELECT ('00000000-0000-4000-8000-0000000001' || id)::uuid, '00000000-0000-4000-8000-000000000001',
       '00000000-0000-4000-8000-0000000000c1', CASE id WHEN '14' THEN 'joins' WHEN '20' THEN 'joins' ELSE 'lesson-' || id END, '2026-02-01 10:00+00'
FROM (VALUES ('10'), ('30'), ('20')) AS row (id);
