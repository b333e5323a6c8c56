--@ do: a workshop with one place, a larger one with one place left, and another one
INSERT INTO workshop VALUES (:uuid_c, 1), (:uuid_d, :int_2_9_p), (:uuid_e, 20);
INSERT INTO place SELECT :uuid_d, gen_random_uuid() FROM generate_series(2, :int_2_9_p);
INSERT INTO place SELECT :uuid_e, gen_random_uuid() FROM generate_series(1, 9);

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
SELECT count(*) = :int_2_9_p AND bool_or(user_id = :uuid_late) FROM place WHERE course_id = :uuid_d;

--@ same: a workshop, or a place of another course
-- The workshops are not the script's to change, nor are the places of other courses or of those who were in before.
SELECT 'workshop', to_jsonb(w) FROM workshop AS w
UNION ALL SELECT 'place', to_jsonb(p) FROM place AS p WHERE course_id IS DISTINCT FROM :uuid_c AND user_id IS DISTINCT FROM :uuid_late;
