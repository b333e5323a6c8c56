--@ do: visits of 3 and 4 minutes
CREATE TABLE visit (spent INTERVAL);
INSERT INTO visit VALUES ('3 minutes'), ('4 minutes');
--@ value sum: added up
SELECT sum(spent)::TEXT FROM visit;
--@ value average: on average
SELECT avg(spent)::TEXT FROM visit;
--@ value maximum: the longest
SELECT max(spent)::TEXT FROM visit;
--@ value type_in_json: what a reader of JSON gets
SELECT jsonb_typeof(to_jsonb(spent)) FROM visit LIMIT 1;
