-- One row a name under which a content came; where two loads of a delivery both tell of it, the later retrieval counts.
with sources as (select * from {{ ref('stg_document_sources') }}),

documents as (select document_id from {{ ref('int_documents') }}),

ranked as (
    select
        sources.document_id,
        sources.delivery,
        sources.source_file,
        sources.origin_url,
        sources.origin_publisher,
        sources.retrieved_at,
        row_number() over (
            partition by sources.document_id, sources.delivery, sources.source_file
            order by
                sources.retrieved_at desc nulls last,
                sources.origin_url asc nulls last,
                sources.origin_publisher asc nulls last,
                sources.load_id asc
        ) as origin_rank
    from sources
    inner join documents on sources.document_id = documents.document_id
)

select
    {{ surrogate_key(['document_id', 'delivery', 'source_file']) }} as document_source_id,
    document_id,
    delivery,
    source_file,
    origin_url,
    origin_publisher,
    retrieved_at
from ranked
where origin_rank = 1
