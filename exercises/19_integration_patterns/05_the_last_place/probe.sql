--@ do: a workshop with one place, a larger one with one place left or one without places, and another one
INSERT INTO workshop
SELECT course, places FROM (VALUES
  (:uuid_c::uuid, 1),
  (:uuid_d, CASE WHEN (SELECT count(*) FROM workshop) % 2 = 0 THEN :int_2_9_p ELSE 0 END),
  (:uuid_e, 20)
) AS row (course, places);
INSERT INTO place
SELECT course_id, gen_random_uuid() FROM workshop, generate_series(2, places) WHERE course_id = :uuid_d;
INSERT INTO place SELECT :uuid_e, gen_random_uuid() FROM generate_series(1, 9);
INSERT INTO place VALUES (:uuid_e, :uuid_a), (:uuid_e, :uuid_b), (:uuid_e, :uuid_late);

--@ held: the row of the workshop, in which somebody else is interested
SELECT FROM workshop WHERE course_id = :uuid_c FOR UPDATE;

--@ true: no more learners than places
-- More learners have got in than the workshop has places.
SELECT count(*) <= 1 FROM place WHERE course_id = :uuid_c;

--@ true: the last place is taken
-- A place is still free: neither of the two who asked has got in.
SELECT count(*) >= 1 FROM place WHERE course_id = :uuid_c;

--@ true: one of the first two has it
-- The place went to neither of the two who asked for it.
SELECT count(*) >= 1 FROM place WHERE course_id = :uuid_c AND user_id IN (:uuid_a, :uuid_b);

--@ true: the last place of the larger workshop is taken
-- Who asked for the last place of a workshop with more places has not got in, although nobody else asked, or others have lost theirs.
SELECT (SELECT count(*) FROM workshop) % 2 = 0 OR count(*) = :int_2_9_p AND bool_or(user_id = :uuid_late)
FROM place WHERE course_id = :uuid_d;

--@ true: nobody gets into a workshop without places
-- A learner has got into a workshop that has no places: 0 learners are not fewer than 0 places.
SELECT (SELECT count(*) FROM workshop) % 2 = 1 OR count(*) = 0 FROM place WHERE course_id = :uuid_d;

--@ same: a workshop, or a place of another course
-- The workshops are not the script's to change, nor are the places of other courses or of those who were in before.
SELECT 'workshop', to_jsonb(w) FROM workshop AS w
UNION ALL SELECT 'place', to_jsonb(p) FROM place AS p
WHERE course_id IS DISTINCT FROM :uuid_c AND (course_id, user_id) IS DISTINCT FROM (:uuid_d, :uuid_late);
