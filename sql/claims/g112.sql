--@ do: one instant, noted on a clock in New York and on one in Tokyo
ALTER TABLE users ADD COLUMN with_zone TIMESTAMPTZ, ADD COLUMN without_zone TIMESTAMP;
SET LOCAL timezone = 'America/New_York';
UPDATE users SET with_zone = TIMESTAMPTZ '2025-11-02 20:00+00', without_zone = TIMESTAMPTZ '2025-11-02 20:00+00'
WHERE id = :mina;
SET LOCAL timezone = 'Asia/Tokyo';
UPDATE users SET with_zone = TIMESTAMPTZ '2025-11-02 20:00+00', without_zone = TIMESTAMPTZ '2025-11-02 20:00+00'
WHERE id = :jack;
--@ value difference_with_zone: how far apart, in TIMESTAMPTZ
SELECT (max(with_zone) - min(with_zone))::text FROM users;
--@ value difference_without_zone: how far apart, in TIMESTAMP
SELECT (max(without_zone) - min(without_zone))::text FROM users;
