--@ do: two learners
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_u, 'Ada'), (:uuid_v, :text_v, 'Bo');

--@ accepted: a badge with nothing but its learner and slug
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try');

--@ accepted: two badges of a learner, and one of them for another
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try'), (:uuid_u, 'night-owl'), (:uuid_v, 'first-try');

--@ refused 23505: the same badge twice
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try'), (:uuid_u, 'first-try');

--@ refused 23505: two badges of one id
INSERT INTO badge (id, user_id, slug) VALUES (:uuid_b, :uuid_u, 'a'), (:uuid_b, :uuid_u, 'b');

--@ refused 23503: a badge of a learner that there is not
INSERT INTO badge (user_id, slug) VALUES (:uuid_x, 'first-try');

--@ refused 23502: a badge of nobody
INSERT INTO badge (user_id, slug) VALUES (NULL, 'first-try');

--@ refused 23502: a badge without slug
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, NULL);

--@ refused 23514: an empty slug
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, '');

--@ refused 23502: awarded at no time
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', NULL);

--@ do: a badge
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', '2026-03-29 12:00+02');
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'night-owl'), (:uuid_v, 'first-try');

--@ true: an instant is kept, not what a clock showed
SELECT extract(epoch FROM awarded_at) = 1774778400 FROM badge WHERE user_id = :uuid_u AND slug = 'first-try';

--@ true: the default is now
SELECT awarded_at BETWEEN now() - INTERVAL '1 minute' AND now() FROM badge WHERE slug = 'night-owl';

--@ do: a learner is deleted
DELETE FROM users WHERE id = :uuid_u;

--@ true: the badges of a deleted learner are gone, those of others are not
SELECT count(*) = 1 FROM badge;
