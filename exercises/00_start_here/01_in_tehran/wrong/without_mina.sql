-- Mina herself lives there too, and counts.
-- says: missing rows
-- says: extra rows
SELECT count(*) AS learners FROM users WHERE time_zone = 'Asia/Tehran' AND name <> 'Mina'
