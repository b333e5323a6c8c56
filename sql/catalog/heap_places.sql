-- heap_places: the places of some pages of a table: what each is, which transactions made and ended it, where it leads
SELECT page,
       item.lp::INTEGER AS place,
       item.lp_flags::INTEGER AS flags,
       item.lp_off::INTEGER AS leads,
       item.t_xmin::TEXT AS made,
       -- a row lock, and an end that did not happen, end nothing
       CASE WHEN item.t_infomask & 2176 = 0 THEN nullif(item.t_xmax::TEXT, '0') END AS ended,
       (item.t_ctid::TEXT::POINT)[0]::INTEGER AS next_page,
       (item.t_ctid::TEXT::POINT)[1]::INTEGER AS next_place,
       item.t_infomask2 & 16384 <> 0 AS hot_updated,
       item.t_infomask2 & 32768 <> 0 AS heap_only
FROM generate_series(%(first)s::INTEGER, %(last)s::INTEGER) AS page
CROSS JOIN LATERAL heap_page_items(get_raw_page(%(relation_id)s::OID::REGCLASS::TEXT, page)) AS item
ORDER BY page, place
