--@ value a: back at 10:07, Ada
SELECT on_berlin('Ada', '10:07');

--@ value b: back at 10:07, Bo
SELECT on_berlin('Bo', '10:07');

--@ value c: the standby after the mistake
SELECT on_paris('Ada', '10:13');

--@ value d: promoted, without what it never heard
SELECT on_paris('Bo', '10:17');

--@ value e: the old primary, with what only it has
SELECT on_berlin('Bo', '10:27');

--@ value f: the old primary goes on writing
SELECT on_berlin('Ada', '10:27');

--@ value g: rewound, it has what paris has
SELECT on_paris('Bo', '10:35');

--@ value h: and nothing else
SELECT on_paris('Ada', '10:35');
