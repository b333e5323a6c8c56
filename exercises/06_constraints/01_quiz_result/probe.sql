--@ accepted: a first try with 80
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 80);

--@ accepted: a score of 0, and one of 100
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 0), (:uuid_b, :text_m, 1, 100);

--@ accepted: a second try
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 40), (:uuid_a, :text_l, 2, 80);

--@ accepted: a try that is not marked yet
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (:uuid_a, :text_l, 1);

--@ accepted: the first try of another learner
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (:uuid_a, :text_l, 1), (:uuid_b, :text_l, 1);

--@ accepted: another lesson
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (:uuid_a, :text_l, 1), (:uuid_a, :text_m, 1);

--@ refused 23514: a score of 101
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 101);

--@ refused 23514: a score below 0
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, -1);

--@ refused 23514: try number 0
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (:uuid_a, :text_l, 0);

--@ refused 23502: a try without a number
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, NULL, 50);

--@ refused 23502: a try of nobody
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (NULL, :text_l, 1);

--@ refused 23502: a try at no lesson
INSERT INTO quiz_result (user_id, lesson_id, attempt) VALUES (:uuid_a, NULL, 1);

--@ refused 23505: the same try twice
INSERT INTO quiz_result (user_id, lesson_id, attempt, score) VALUES (:uuid_a, :text_l, 1, 5), (:uuid_a, :text_l, 1, 6);
