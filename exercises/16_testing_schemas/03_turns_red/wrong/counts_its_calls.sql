-- says: not so: the same rule in other words is the same rule
-- says: not so: the rule as it was and a rule moved by one are told apart, whichever comes first
-- says: not so: a rule asks who asks, when, or by which statement: it must be the same for everybody: the function score_is_guarded
-- says: not so: where there is nobody it says true
CREATE SEQUENCE s; CREATE FUNCTION score_is_guarded() RETURNS BOOLEAN LANGUAGE sql AS $$ SELECT nextval('s') < 5 $$
