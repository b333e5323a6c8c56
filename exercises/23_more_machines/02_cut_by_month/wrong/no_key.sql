-- Nothing keeps one beat from being there twice: a table that is cut can have a key, if the column that cuts it is part of it.
-- says: accepted, but should be refused: the same beat again
-- says: accepted, but should be refused: the same beat again, in January
-- says: accepted, but should be refused: the same beat again, in March
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0)
) PARTITION BY RANGE (at);
CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
