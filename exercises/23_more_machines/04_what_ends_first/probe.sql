--@ value a: bytes a row
SELECT bytes / rows FROM school;

--@ value b: months until the disk is full
SELECT ((disk - bytes) / (bytes / rows * more))::int FROM school;

--@ value c: heartbeats a second
SELECT learners / every FROM school;

--@ value d: whole days of log
SELECT floor(days(30))::int;

--@ value e: whole days of log, at half the pace
SELECT floor(days(60))::int;

--@ value f: sessions that are left
SELECT most - reserved - programs * pool FROM school;

--@ value g: what is met first
SELECT CASE WHEN days(30) < 30 * (disk - bytes) / (bytes / rows * more) THEN 'log' ELSE 'rows' END FROM school;
