-- One content, one row, wherever and under however many names it came.
-- Its place is the least delivery name and in it the least path: names decide, never the order in which files arrived.
with documents as (select * from {{ ref('stg_documents') }}),

sources as (select * from {{ ref('stg_document_sources') }}),

placed as (
    select
        documents.document_id,
        documents.delivery,
        documents.load_id,
        sources.source_file,
        documents.media_type,
        documents.bytes,
        documents.encoding,
        documents.pages,
        documents.characters,
        documents.reader,
        documents.outcome,
        documents.reason,
        max(sources.retrieved_at) over (partition by documents.document_id) as latest_retrieved_at,
        row_number() over (
            partition by documents.document_id
            order by documents.delivery asc, sources.source_file asc nulls last, documents.load_id asc
        ) as place_rank
    from documents
    left join sources
        on documents.document_id = sources.document_id and documents.delivery = sources.delivery
)

select
    document_id,
    delivery,
    load_id,
    source_file,
    media_type,
    bytes,
    encoding,
    pages,
    characters,
    reader,
    outcome,
    reason,
    latest_retrieved_at
from placed
where place_rank = 1
