--@ value rule_if_none_is_given: a key that says nothing
CREATE TABLE says_nothing (user_id UUID REFERENCES users (id));
SELECT confdeltype::TEXT FROM pg_constraint WHERE conrelid = 'says_nothing'::regclass AND contype = 'f';
--@ value rule_of_restrict: a key that says RESTRICT
CREATE TABLE says_restrict (user_id UUID REFERENCES users (id) ON DELETE RESTRICT);
SELECT confdeltype::TEXT FROM pg_constraint WHERE conrelid = 'says_restrict'::regclass AND contype = 'f';
