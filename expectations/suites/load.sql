-- One row: the load itself, with all the traces that its files left. A file without content leaves only an issue.
select
    $load_id as place,
    (
        (select count(*) from staging.documents where delivery = $delivery and load_id = $load_id)
        + (select count(*) from staging.document_issues where delivery = $delivery and load_id = $load_id)
    )::double as traces
