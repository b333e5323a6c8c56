-- Rows that began later have smaller ids and greater ones, ties stand before the row, after it and across the end of the page, and the other joins began first.
INSERT INTO users (id, email, name) VALUES ('00000000-0000-4000-8000-000000000001', 'a@example.org', 'Ada'), ('00000000-0000-4000-8000-000000000002', 'b@example.org', 'Bao');
INSERT INTO courses (id, title, lesson_count) VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 9);
INSERT INTO lesson_progress (id, user_id, course_id, lesson_id, first_started_at)
SELECT ('00000000-0000-4000-8000-0000000001' || id)::uuid, ('00000000-0000-4000-8000-00000000000' || CASE id WHEN '70' THEN 2 ELSE 1 END)::uuid,
       '00000000-0000-4000-8000-0000000000c1', CASE WHEN id IN ('50', '70') THEN 'joins' ELSE 'lesson-' || id END,
       TIMESTAMPTZ '2026-02-01 10:00+00' + hour * INTERVAL '1 hour'
FROM (VALUES ('70', 1), ('40', 3), ('50', 3), ('60', 3), ('55', 3), ('20', 4), ('30', 5), ('25', 5), ('80', 5), ('10', 6)) AS row (id, hour);
