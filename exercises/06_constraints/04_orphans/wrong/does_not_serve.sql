-- There is an index, and it does not find the notes of a learner: user_id itself must stand first in it, in no expression, and no WHERE may leave notes out.
-- says: not so: an index can find the notes of a learner
-- has: create index
DELETE FROM note WHERE user_id NOT IN (SELECT id FROM users);
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX ON note (id, user_id);
