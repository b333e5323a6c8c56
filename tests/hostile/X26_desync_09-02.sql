-- The splitter of statements led astray: backslashes in strings by a setting, BEGIN ATOMIC, % and {} of formats, the places of values in strings, names, tags and slices
SET standard_conforming_strings = off; SET escape_string_warning = off; SET backslash_quote = on;
SELECT 'a\'; DELETE FROM lesson_progress; --';
CREATE OR REPLACE FUNCTION two() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;
SELECT 5 % 2 AS "%s", '%(seconds)s %d %%' AS "{0.__class__}", '{seconds!r:>999999999}';
SELECT $ü$ ; $ü$, $a$ $b$ ; $a$, e'\'; /* /* ; */ ', B'1', n'x' ;
UPDATE lesson_progress SET time_spent_seconds = 1 WHERE user_id = :uuid_u AND lesson_id = 'joins';
SELECT $:seconds$:uuid_u$:seconds$, ':seconds', ":seconds".*, (ARRAY[1, 2, 3])[1:seconds], 1::seconds, :seconds:seconds, :'seconds', :"uuid_u", :{?seconds}, :nobody, $1, ? FROM (SELECT 1) AS ":seconds";
