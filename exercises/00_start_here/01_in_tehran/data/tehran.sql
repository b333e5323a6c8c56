-- three who live there, Mina among them, and some near by
INSERT INTO users (id, email, name, time_zone)
SELECT ('00000000-0000-4000-8000-00000000000' || n)::uuid, n || '@example.org', name, zone
FROM (VALUES (1, 'Mina', 'Asia/Tehran'), (2, 'Ada', 'Asia/Tehran'), (3, 'Bao', 'Asia/Tehran'), (4, 'Mina', 'UTC'),
             (5, 'Chidi', 'Asia/Dubai'), (6, 'Dana', 'Europe/Berlin'), (7, 'Edda', 'Asia/Kathmandu'), (8, 'Mina', 'Asia/Dubai')) AS one (n, name, zone);
