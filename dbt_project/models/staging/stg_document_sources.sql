with document_sources as (select * from {{ source('staging', 'document_sources') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    document_sources.delivery,
    document_sources.load_id,
    document_sources.document_id,
    document_sources.source_file,
    document_sources.origin_url,
    document_sources.origin_publisher,
    document_sources.retrieved_at
from document_sources
inner join accepted
    on document_sources.delivery = accepted.delivery and document_sources.load_id = accepted.load_id
