-- An exclusion constraint may have a condition, too.
ALTER TABLE bookmark ADD CONSTRAINT bookmark_current
  EXCLUDE USING btree (user_id WITH =, course_id WITH =) WHERE (current);
