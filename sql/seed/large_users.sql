-- large_users: twice as many people as learners; who never began signed up some time ago all the same
INSERT INTO users (id, email, name, time_zone, created_at)
SELECT seeding.uuid(1001, account), u.address || CASE WHEN account > 120 THEN account::TEXT ELSE '' END || '@example.org',
       u.name, u.time_zone,
       %(anchor)s::TIMESTAMPTZ - seeding.ago(coalesce(p.seen + 101 * p.pace, 3000000) + seeding.roll(account, 67, 864000))
FROM generate_series(1, 2 * %(learners)s) AS account
JOIN seeding.learner AS u ON u.n = mod(account - 1, 120) + 1
LEFT JOIN seeding.pupil AS p ON p.n = account
ORDER BY account
