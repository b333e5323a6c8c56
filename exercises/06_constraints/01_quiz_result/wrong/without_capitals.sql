-- lower(lesson_id) makes one lesson of Joins and joins: the column itself belongs to what is there once.
-- says: refused, but should be accepted: a lesson whose name has a capital
-- has: lower(
CREATE TABLE quiz_result (
  user_id UUID NOT NULL, lesson_id TEXT NOT NULL, attempt INTEGER NOT NULL CHECK (attempt >= 1),
  score INTEGER CHECK (score BETWEEN 0 AND 100));
CREATE UNIQUE INDEX once ON quiz_result (user_id, lower(lesson_id), attempt);
