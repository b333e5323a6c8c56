--@ do: the line as printed
CREATE TABLE as_printed (lesson_id TEXT, attempts INTEGER DEFAULT 0 CHECK (attempts >= 0));
--@ sqlstate minus_1: less than no try
INSERT INTO as_printed VALUES ('tables', -1);
--@ value left_out: where it begins
INSERT INTO as_printed (lesson_id) VALUES ('tables') RETURNING attempts;
--@ sqlstate null_as_printed: unknown
INSERT INTO as_printed VALUES ('tables', NULL);
