-- Cut by a hash of the learner, each part has a share of every month, and no month can be dropped.
-- says: accepted, but should be refused: a row of April
-- says: accepted, but should be refused: a row of December
-- says: not so: each row lies in the part of its month
-- says: not so: a month that is dropped takes no other along
CREATE TABLE beat (
  user_id UUID NOT NULL, course_id UUID NOT NULL, at TIMESTAMPTZ NOT NULL, seconds INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (user_id, course_id, at)
) PARTITION BY HASH (user_id);
CREATE TABLE beat_2026_01 PARTITION OF beat FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE beat_2026_02 PARTITION OF beat FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE beat_2026_03 PARTITION OF beat FOR VALUES WITH (MODULUS 3, REMAINDER 2);
