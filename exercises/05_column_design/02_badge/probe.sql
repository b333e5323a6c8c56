--@ do: two learners
INSERT INTO users (id, email, name) VALUES (:uuid_u, :text_u, 'Ada'), (:uuid_v, :text_v, 'Bo');

--@ true: the columns have the types that are asked for
-- A column has another type than the question says: id and user_id are UUIDs, slug is a text.
SELECT id, user_id, slug FROM badge;
SELECT count(*) = 3 FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = 'badge'
  AND (column_name, data_type) IN (('id', 'uuid'), ('user_id', 'uuid'), ('slug', 'text'), ('slug', 'character varying'));

--@ accepted: a badge with nothing but its learner and slug
-- The database makes the id and the time by itself: each of the two needs a default.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try');

--@ accepted: two badges of a learner, and one of them for another
-- A learner has many badges, and many learners have the same: it is the pair that is there once. Each row also needs an id of its own.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try'), (:uuid_u, 'night-owl'), (:uuid_v, 'first-try');

--@ accepted: a slug of many words
-- A slug is a text such as first-try, and others are longer, or have digits. A rule or a length of yours is too narrow for this one.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, :slug_a), (:uuid_u, :slug_b);

--@ accepted: two long slugs that begin alike
-- Two slugs that differ at their end are two badges. A rule of yours compares only how they begin.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, repeat('night-', 9) || 'owl'), (:uuid_u, repeat('night-', 9) || 'owls');

--@ accepted: a slug of one letter
-- A slug is never empty, and that is all: one letter is enough. A rule of yours asks for more.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'a'), (:uuid_u, 'b');

--@ accepted: badges that were awarded in other years
-- Nothing says when a badge may be awarded. A rule of yours refuses a time that is years ago, or one that is to come.
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', :time_a), (:uuid_v, 'first-try', :time_b), (:uuid_v, 'night-owl', '1999-12-31 23:00+00'), (:uuid_v, 'early-bird', '2099-12-31 23:00+00');

--@ accepted: two badges at one moment
-- Two badges may be awarded at the same moment.
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', :time_a), (:uuid_u, 'night-owl', :time_a), (:uuid_v, 'first-try', :time_a);

--@ refused 23505 or 23P01: the same badge twice
-- A learner has a badge of one slug once, and nothing says so: the pair of user_id and slug must be unique, and nothing but the pair.
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', :time_a), (:uuid_u, 'first-try', :time_b);

--@ refused 23505 or 23P01: two badges of one id
-- An id is there once: nothing here keeps two badges from having the same.
INSERT INTO badge (id, user_id, slug) VALUES (:uuid_b, :uuid_u, 'a'), (:uuid_b, :uuid_u, 'b');

--@ refused 23505 or 23P01: one id for the badges of two learners
-- Two learners have a badge of one id each: an id is there once in the whole table, and nothing but the id may belong to its key.
INSERT INTO badge (id, user_id, slug) VALUES (:uuid_b, :uuid_u, 'a'), (:uuid_b, :uuid_v, 'a');

--@ refused 23503: a badge of a learner that there is not
-- user_id must refer to users: a column that only looks like it takes any id.
INSERT INTO badge (user_id, slug) VALUES (:uuid_x, 'first-try');

--@ refused 23502 or 23514: a badge of nobody
-- A reference lets NULL through: a badge of nobody refers to nobody wrong. user_id must not be NULL.
INSERT INTO badge (user_id, slug) VALUES (NULL, 'first-try');

--@ refused 23502 or 23514: a badge without slug
-- The slug is always known, so it must not be NULL. A CHECK alone lets NULL through.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, NULL);

--@ refused 23502 or 23514: a badge whose slug is left out
-- The slug is always known: who leaves it out must be refused, and a default would make one up.
INSERT INTO badge (user_id) VALUES (:uuid_u);

--@ refused 23502 or 23514: a badge whose learner is left out
-- The learner is always known: who leaves it out must be refused, and a default would make one up.
INSERT INTO badge (slug) VALUES ('first-try');

--@ refused 23514: an empty slug
-- An empty text is a value: NOT NULL lets it in. A CHECK refuses it.
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, '');

--@ refused 23502 or 23514: awarded at no time
-- A default fills a column that is left out; NULL that is written down stays NULL.
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', NULL);

--@ true: an instant is kept, not what a clock showed
-- TIMESTAMP drops the zone that it is given: of 12:00+02 it keeps 12:00, which is another moment. A DATE drops the hour as well.
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', '2026-03-29 12:00+02');
SELECT extract(epoch FROM awarded_at) = 1774778400 FROM badge WHERE user_id = :uuid_u AND slug = 'first-try';

--@ true: the same moment wherever it is read from
-- Read in Tokyo and in UTC the column gives two moments: its type has no zone.
INSERT INTO badge (user_id, slug, awarded_at) VALUES (:uuid_u, 'first-try', '2026-03-29 12:00+02');
SET LOCAL TimeZone = 'Asia/Tokyo';
SELECT awarded_at = '2026-03-29 12:00+02'::timestamptz FROM badge;

--@ true: by default it is the time of the transaction
-- Left out, awarded_at is not the time of the transaction, now(): it was worked out when the table was made, or at another moment, or for one zone.
SET LOCAL TimeZone = 'Asia/Tokyo';
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try'), (:uuid_v, 'first-try');
SELECT count(*) = 2 AND bool_and(b.awarded_at IN (now(), date_trunc('second', now()), date_trunc('milliseconds', now()), now()::timestamptz(0), now()::timestamptz(3)) OR a.atttypmod BETWEEN 0 AND 5 AND abs(extract(epoch FROM b.awarded_at - now())) < 1)
FROM badge AS b, pg_attribute AS a WHERE a.attrelid = 'public.badge'::regclass AND a.attname = 'awarded_at';

--@ do: three badges of two learners
INSERT INTO badge (user_id, slug) VALUES (:uuid_u, 'first-try'), (:uuid_u, 'night-owl'), (:uuid_v, 'first-try');

--@ do: a learner is deleted
-- The badges of a learner keep the learner from being deleted: the reference must say ON DELETE CASCADE.
DELETE FROM users WHERE id = :uuid_u;

--@ true: the badges of a deleted learner are gone, those of others are not
-- When a learner is deleted, just their badges must go.
SELECT count(*) = 1 AND bool_and(user_id = :uuid_v) FROM badge;
