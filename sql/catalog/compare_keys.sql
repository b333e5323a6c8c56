-- compare_keys: whether each of some keys stands before the one that is looked for, and whether it is the same
SELECT item::{type} {collation} < %(key)s::{type} AS before, item::{type} {collation} = %(key)s::{type} AS same
FROM unnest(%(items)s::TEXT[]) WITH ORDINALITY AS known (item, place)
ORDER BY place
