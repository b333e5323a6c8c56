-- tree_levels: how many pages each level of a B-tree has, counted by the entries of the level above; the root first
WITH RECURSIVE page (block, level) AS (
  SELECT root::BIGINT, level::BIGINT
  FROM bt_metap(%(index)s::OID::REGCLASS::TEXT)
  UNION ALL
  SELECT (item.ctid::TEXT::POINT)[0]::BIGINT, page.level - 1
  FROM page
  CROSS JOIN LATERAL bt_page_stats(%(index)s::OID::REGCLASS::TEXT, page.block) AS head
  CROSS JOIN LATERAL bt_page_items(%(index)s::OID::REGCLASS::TEXT, page.block) AS item
  -- the first entry of all but the last page of a level is where the page ends, and leads nowhere
  WHERE page.level > 0 AND (item.itemoffset > 1 OR head.btpo_next = 0)
)
SELECT count(*) AS pages, min(block) FILTER (WHERE level = (SELECT max(level) FROM page)) AS root
FROM page
GROUP BY level
ORDER BY level DESC
