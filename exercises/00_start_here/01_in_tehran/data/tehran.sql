-- five who live there, Mina among them and three of one name, and some near by
INSERT INTO users (id, email, name, time_zone)
SELECT ('00000000-0000-4000-8000-0000000000' || n)::uuid, n || '@example.org', name, zone
FROM (VALUES (11, 'Mina', 'Asia/Tehran'), (12, 'Ada', 'Asia/Tehran'), (13, 'Bao', 'Asia/Tehran'), (14, 'Bao', 'Asia/Tehran'), (15, 'Bao', 'Asia/Tehran'),
             (16, 'Mina', 'UTC'), (17, 'Chidi', 'Asia/Dubai'), (18, 'Dana', 'Europe/Berlin'), (19, 'Edda', 'Asia/Kathmandu'), (20, 'Farid', 'Asia/Dubai'),
             (21, 'Gita', 'Asia/Baku')) AS one (n, name, zone);
