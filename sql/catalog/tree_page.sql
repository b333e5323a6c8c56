-- tree_page: the entries of one page of a B-tree: their raw key, where each leads, and how many rows it stands for
SELECT item.data,
       item.nulls,
       (item.ctid::TEXT::POINT)[0]::BIGINT AS child,
       coalesce(array_length(item.tids, 1), 1) AS rows,
       head.btpo_next::BIGINT AS next
FROM bt_page_stats(%(index)s::OID::REGCLASS::TEXT, %(block)s::BIGINT) AS head
CROSS JOIN LATERAL bt_page_items(%(index)s::OID::REGCLASS::TEXT, %(block)s::BIGINT) AS item
WHERE item.dead IS NOT TRUE
ORDER BY item.itemoffset
