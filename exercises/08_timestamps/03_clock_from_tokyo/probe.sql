--@ true: no row is lost and none is added
SELECT count(*) = 4 FROM visit;

--@ true: began_at is a TIMESTAMP WITH TIME ZONE
SELECT atttypid = 'timestamptz'::regtype FROM pg_attribute
WHERE attrelid = 'public.visit'::regclass AND attname = 'began_at' AND NOT attisdropped;

--@ true: 09:00 in Tokyo is 00:00 UTC
SELECT extract(epoch FROM began_at) = 1762041600 FROM visit WHERE user_id = '00000000-0000-4000-8000-000000000001' AND lesson_id = 'joins';

--@ true: 01:30 in Tokyo is 16:30 UTC on the day before
SELECT extract(epoch FROM began_at) = 1762101000 FROM visit WHERE user_id = '00000000-0000-4000-8000-000000000001' AND lesson_id = 'grouping';

--@ true: where it was not known it is the moment of noted_at
SELECT bool_and(extract(epoch FROM began_at) IS NOT DISTINCT FROM extract(epoch FROM noted_at))
FROM visit WHERE user_id = '00000000-0000-4000-8000-000000000002';

--@ refused 23502: a visit that began at no time
INSERT INTO visit (user_id, lesson_id, began_at) VALUES (:uuid_u, 'joins', NULL);

--@ do: a visit that leaves began_at out
INSERT INTO visit (user_id, lesson_id) VALUES (:uuid_u, 'joins');

--@ true: a column left out gets the time of the transaction
SELECT began_at IS NOT DISTINCT FROM noted_at FROM visit WHERE user_id = :uuid_u;
