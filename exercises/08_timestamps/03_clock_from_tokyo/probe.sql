--@ true: no row is lost and none is added
-- The table has another number of rows than before.
SELECT count(*) = 11 FROM visit;

--@ true: began_at is a TIMESTAMP WITH TIME ZONE
-- began_at is not a TIMESTAMP WITH TIME ZONE.
SELECT atttypid = 'timestamptz'::regtype FROM pg_attribute
WHERE attrelid = 'public.visit'::regclass AND attname = 'began_at' AND NOT attisdropped;

--@ true: 09:00 in Tokyo is 00:00 UTC
-- A visit that began at 09:00 on the wall in Tokyo is no longer at 00:00 UTC of that day: its moment was read in another zone, or replaced.
SELECT extract(epoch FROM began_at) = 1762041600 FROM visit WHERE user_id = '00000000-0000-4000-8000-000000000001' AND lesson_id = 'joins';

--@ true: 01:30 in Tokyo is 16:30 UTC on the day before
-- A visit that began at 01:30 on the wall in Tokyo is no longer at 16:30 UTC of the day before: its moment was read in another zone, or replaced.
SELECT extract(epoch FROM began_at) = 1762101000 FROM visit WHERE user_id = '00000000-0000-4000-8000-000000000001' AND lesson_id = 'grouping';

--@ true: where it was not known it is the moment of noted_at
-- Where it was NULL began_at is not the moment of noted_at.
SELECT bool_and(extract(epoch FROM began_at) IS NOT DISTINCT FROM extract(epoch FROM noted_at))
FROM visit WHERE user_id = '00000000-0000-4000-8000-000000000002';

--@ refused 23502 or 23514: a visit that began at no time
-- A default fills what is left out; NULL that is written down stays. began_at must not be NULL.
INSERT INTO visit (user_id, lesson_id, began_at) VALUES (:uuid_u, 'joins', NULL);

--@ do: a visit that leaves began_at out
-- A visit that leaves began_at out is refused: the message says by what. It was to get the time of the transaction, and that is what a DEFAULT is for.
SET LOCAL TimeZone = 'America/New_York';
INSERT INTO visit (user_id, lesson_id) VALUES (:uuid_u, 'joins');

--@ true: a column left out gets the time of the transaction
-- Left out, began_at is not the time of the transaction, which now() gives, whatever the session's time zone.
SELECT began_at IS NOT DISTINCT FROM noted_at FROM visit WHERE user_id = :uuid_u;

--@ rows: all moments, also of visits that you have not seen
-- The table has more visits than those that the page shows, and not all of them have their moment: mend all rows in one way, whichever they are.
SELECT user_id, lesson_id, extract(epoch FROM began_at) FROM visit WHERE user_id <> :uuid_u;

--@ rows: what the visits say beside it
-- Another column than began_at was changed.
SELECT user_id, lesson_id, noted_at FROM visit WHERE user_id <> :uuid_u;

--@ accepted: a visit of last year, and one of tomorrow
-- Your rule asks more than was wanted: any moment will do.
INSERT INTO visit (user_id, lesson_id, began_at) VALUES (:uuid_u, 'joins', now() - INTERVAL '1 year'), (:uuid_u, 'joins', now() + INTERVAL '1 day');

--@ refused 23502: a visit of nobody
-- A rule that was there before is gone: what you were to mend is something else.
INSERT INTO visit (user_id, lesson_id) VALUES (NULL, 'joins');
