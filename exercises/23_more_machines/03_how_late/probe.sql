--@ value a: there, and not shown
SELECT mb(replayed, flushed) FROM standby WHERE name = 'berlin';

--@ value b: what would be lost
SELECT mb(flushed) FROM standby WHERE name = 'paris';

--@ value c: what the slots hold back
SELECT mb(min(restart)) FROM slot;

--@ value d: the slot that nobody reads
SELECT name FROM slot WHERE NOT active;

--@ value e: standbys that show the row
SELECT count(*) FROM standby WHERE replayed >= '0/58800000';

--@ value f: whom a commit waits for
SELECT name FROM standby WHERE sync_state = 'sync';

--@ value g: what they hold back without it
SELECT mb(min(restart)) FROM slot WHERE active;
