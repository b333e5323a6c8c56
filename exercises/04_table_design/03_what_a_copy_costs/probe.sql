--@ value a: rows of flat that carry the title
SELECT count(*) FROM flat WHERE title = 'Databases';
--@ value b: rows of course that carry the title
SELECT count(*) FROM course WHERE title = 'Databases';
--@ value c: titles in flat without Dana
SELECT count(DISTINCT title) FROM flat WHERE learner <> 'Dana';
--@ value d: titles in course without Dana
SELECT count(DISTINCT title) FROM course;
--@ value e: titles after half an update
SELECT count(DISTINCT CASE learner WHEN 'Ada' THEN 'Data Bases' ELSE title END) FROM flat;
