-- The three tables hang together by inheritance alone, or not at all: nobody sends a row of beat to its month.
-- says: not so: each row lies in the part of its month
-- says: not so: a month that is dropped takes no other along
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL CHECK (at >= '2026-01-01' AND at < '2026-04-01'),
  seconds INTEGER NOT NULL CHECK (seconds >= 0), PRIMARY KEY (user_id, course_id, at)
);
CREATE TABLE beat_2026_01 () INHERITS (beat);
CREATE TABLE beat_2026_02 () INHERITS (beat);
CREATE TABLE beat_2026_03 () INHERITS (beat);
