-- doubles that nobody has seen, added at other moments
INSERT INTO bookmark (user_id, course_id, lesson_id, added_at)
SELECT '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-0000000000c2', :slug_h, TIMESTAMPTZ '2026-01-06 10:00+00' + n * INTERVAL '1 minute'
FROM unnest(ARRAY[3, 1, 2]) AS n;
