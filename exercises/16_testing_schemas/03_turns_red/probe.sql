--@ true: with the rule in place it says true
SELECT score_is_guarded();

--@ true: called again it says the same
SELECT score_is_guarded();

--@ true: nothing that it did stays
SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM courses) + (SELECT count(*) FROM lesson_progress) = 0;

--@ do: the rule is taken away
DELETE FROM users;
ALTER TABLE lesson_progress DROP CONSTRAINT lesson_progress_score_check;

--@ true: without the rule it says false
SELECT score_is_guarded() = false;

--@ do: half of the rule
DELETE FROM users;
ALTER TABLE lesson_progress ADD CONSTRAINT half CHECK (score <= 100);

--@ true: with no lower bound it says false
SELECT score_is_guarded() = false;

--@ do: the other half
DELETE FROM users;
ALTER TABLE lesson_progress DROP CONSTRAINT half, ADD CONSTRAINT half CHECK (score >= 0);

--@ true: with no upper bound it says false
SELECT score_is_guarded() = false;

--@ do: a rule that is too narrow
DELETE FROM users;
ALTER TABLE lesson_progress DROP CONSTRAINT half, ADD CONSTRAINT narrow CHECK (score > 0 AND score < 101);

--@ true: when 0 is refused it says false
SELECT score_is_guarded() = false;

--@ do: another rule refuses each row
DELETE FROM users;
ALTER TABLE lesson_progress DROP CONSTRAINT narrow, ADD COLUMN source TEXT NOT NULL;

--@ true: when the rows are refused for another reason it says false
SELECT score_is_guarded() = false;
