-- says: could not run
-- says: violates foreign key constraint
ALTER TABLE note ADD FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE;
CREATE INDEX ON note (user_id);
