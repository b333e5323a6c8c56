-- matching_places: the page of each row that a condition keeps, in the order in which the plan comes to them
SELECT (ctid::TEXT::POINT)[0]::INTEGER AS page
FROM {relation}
WHERE {condition}
