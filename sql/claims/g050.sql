--@ do: the line as printed
CREATE TABLE tried (score INTEGER CHECK (score >= 0 AND score <= 100));
--@ sqlstate score_0: nothing right
INSERT INTO tried VALUES (0);
--@ sqlstate score_100: all right
INSERT INTO tried VALUES (100);
--@ sqlstate score_null: not tried
INSERT INTO tried VALUES (NULL);
--@ sqlstate score_101: more than all
INSERT INTO tried VALUES (101);
--@ sqlstate score_minus_10: less than nothing
INSERT INTO tried VALUES (-10);
--@ value decimal_100_4_becomes: a bit more than all
INSERT INTO tried VALUES (100.4) RETURNING score;
--@ sqlstate string_100_4: the same as a text
INSERT INTO tried VALUES ('100.4');
