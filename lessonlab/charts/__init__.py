"""
The analytics queries, drawn; and the page that a report is.

`each_query` says how each query is drawn, `chart` draws it, `report_page` puts six on a page.
"""
