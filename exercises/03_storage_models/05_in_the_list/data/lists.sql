-- joins far behind, first, last, in the middle, alone, twice, inside another name,
-- and lists that have none of it
INSERT INTO users (id, email, name)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', 'Ada'
FROM unnest('{1,2,3,4,5,6,7,8,9,a,b,c}'::text[]) AS n;
INSERT INTO courses (id, title, lesson_count)
VALUES ('00000000-0000-4000-8000-0000000000c1', 'Databases', 60);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage)
SELECT ('00000000-0000-4000-8000-00000000000' || who)::uuid, '00000000-0000-4000-8000-0000000000c1',
       lessons::jsonb, round(jsonb_array_length(lessons::jsonb) * 100 / 60.0)
FROM (VALUES ('1', '["joins", "keys"]'), ('2', '["keys", "joins"]'), ('3', '["keys", "joins", "views"]'), ('4', '["joins"]'), ('5', '["self-joins"]'),
             ('6', '["keys", "joins-2"]'), ('7', '[]'), ('8', '["Joins"]'), ('9', '["introduction", "self-joins"]'),
             ('a', '["joins", "keys", "joins"]'), ('b', '["keys", "keys", "joins"]')) AS row (who, lessons);
INSERT INTO course_progress (user_id, course_id, completed_lessons, progress_percentage)
SELECT '00000000-0000-4000-8000-00000000000c', '00000000-0000-4000-8000-0000000000c1',
       jsonb_agg(CASE n WHEN 57 THEN 'joins' ELSE 'lesson-' || n END ORDER BY n), 97
FROM generate_series(1, 58) AS n;
INSERT INTO lesson_progress (user_id, course_id, lesson_id)
VALUES ('00000000-0000-4000-8000-000000000007', '00000000-0000-4000-8000-0000000000c1', 'joins');
