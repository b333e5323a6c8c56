-- A bare INSERT is right once. The second one is refused by UNIQUE, in every order.
-- says: session b failed: duplicate key value
-- says: not so: both tries are counted (in every order)
-- says: not so: the better score is kept (in turn; one after the other)
-- says: session a failed: duplicate key value
INSERT INTO lesson_progress (user_id, course_id, lesson_id, attempts, score)
VALUES (:uuid_u, :uuid_c, 'joins', 1, :score::int);
