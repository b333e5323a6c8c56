-- place_of_row: the page of the row with a key, and its place on the page
SELECT (ctid::TEXT::POINT)[0]::INTEGER AS page, (ctid::TEXT::POINT)[1]::INTEGER AS place
FROM {relation}
WHERE {key} = %(key_value)s::{type}
