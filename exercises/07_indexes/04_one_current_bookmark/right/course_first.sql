-- The order of the columns is no part of the rule, and `= true` says no more than the flag itself.
CREATE UNIQUE INDEX one_current ON bookmark (course_id, user_id) WHERE current = true;
