-- One row a document of the load, with what the other tables of the load hold for it.
with sources as (
    select document_id, count(*) as rows_held
    from staging.document_sources
    where delivery = $delivery and load_id = $load_id
    group by document_id
),

reports as (
    select document_id, count(*) as rows_held
    from staging.reports
    where delivery = $delivery and load_id = $load_id
    group by document_id
),

issues as (
    select document_id, count(*) as rows_held
    from staging.document_issues
    where delivery = $delivery and load_id = $load_id
    group by document_id
),

repeated as (
    select document_id, count(*) as copies
    from staging.documents
    where delivery = $delivery and load_id = $load_id
    group by document_id
    having count(*) > 1
)

select
    documents.document_id as place,
    documents.document_id,
    documents.outcome,
    case
        when documents.document_id is null then 'document_id'
        when documents.media_type is null then 'media_type'
        when documents.bytes is null then 'bytes'
        when documents.characters is null then 'characters'
        when documents.outcome is null then 'outcome'
    end as missing_field,
    coalesce(repeated.copies, 1)::double as copies,
    documents.bytes::double as bytes,
    documents.characters::double as characters,
    documents.pages::double as pages,
    documents.outcome <> 'read' or coalesce(documents.reader, '') <> '' as has_reader_if_read,
    documents.outcome <> 'rejected' or coalesce(documents.reason, '') <> '' as has_reason_if_rejected,
    documents.outcome <> 'rejected' or issues.rows_held is not null as has_issue_if_rejected,
    coalesce(sources.rows_held, 0)::double as sources,
    coalesce(reports.rows_held, 0)::double as reports,
    case documents.outcome when 'read' then 1 when 'rejected' then 0 end::double as reports_due
from staging.documents as documents
left join sources on documents.document_id = sources.document_id
left join reports on documents.document_id = reports.document_id
left join issues on documents.document_id = issues.document_id
left join repeated on documents.document_id = repeated.document_id
where documents.delivery = $delivery and documents.load_id = $load_id
order by documents.document_id
