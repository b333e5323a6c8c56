--@ value a: rows that were looked at for one that was kept
SELECT round((told('Seq Scan on users', 'actual.* rows=([\d.]+)') + told('Seq Scan on users', 'Removed by Filter: (\d+)'))
             / told('Seq Scan on users', 'actual.* rows=([\d.]+)'));

--@ value b: rows of lesson_progress in all
SELECT told('Nested Loop', 'actual.* rows=([\d.]+)')::int;

--@ value c: pages of the whole query
SELECT told('Limit', 'shared hit=(\d+)');

--@ value d: pages of the table alone
SELECT told('Bitmap Heap Scan', 'shared hit=(\d+)') - told('Bitmap Index Scan', 'shared hit=(\d+)');

--@ value e: milliseconds of all runs
SELECT round(told('Bitmap Heap Scan', 'actual time=[\d.]+\.\.([\d.]+)') * told('Bitmap Heap Scan', 'loops=(\d+)'));

--@ value f: milliseconds of the sort alone
SELECT told('Sort  ', 'actual time=[\d.]+\.\.([\d.]+)') - told('Nested Loop', 'actual time=[\d.]+\.\.([\d.]+)');

--@ value g: rows that were expected of users
SELECT told('Seq Scan on users', 'cost=\S+ rows=(\d+)');
