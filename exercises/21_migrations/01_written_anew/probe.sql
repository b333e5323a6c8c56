--@ value a: a longer VARCHAR
SELECT written_anew('ALTER COLUMN lesson_id TYPE VARCHAR(500)');

--@ value b: a shorter one
SELECT written_anew('ALTER COLUMN lesson_id TYPE VARCHAR(100)');

--@ value c: a default of one moment
SELECT written_anew('ADD COLUMN seen TIMESTAMPTZ DEFAULT now()');

--@ value d: a default of its own for each row
SELECT written_anew('ADD COLUMN seen TIMESTAMPTZ DEFAULT clock_timestamp()');

--@ value e: a stored generated column
SELECT written_anew('ADD COLUMN minutes INTEGER GENERATED ALWAYS AS (time_spent_seconds / 60) STORED');

--@ value f: a column less
SELECT written_anew('DROP COLUMN score');
