--@ do: the line as printed
CREATE TABLE as_printed (
  lesson_id TEXT,
  time_spent_seconds INTEGER DEFAULT 0 CHECK (time_spent_seconds >= 0)
);
--@ sqlstate minus_100: less than nothing
INSERT INTO as_printed VALUES ('tables', -100);
--@ sqlstate zero: nothing
INSERT INTO as_printed VALUES ('tables', 0);
--@ sqlstate null_as_printed: unknown
INSERT INTO as_printed VALUES ('tables', NULL);
