-- says: could not run
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX ON note (user_id);
