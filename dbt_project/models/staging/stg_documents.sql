with documents as (select * from {{ source('staging', 'documents') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    documents.delivery,
    documents.load_id,
    documents.document_id,
    documents.media_type,
    documents.bytes,
    documents.encoding,
    documents.pages,
    documents.characters,
    documents.reader,
    documents.outcome,
    documents.reason
from documents
inner join accepted
    on documents.delivery = accepted.delivery and documents.load_id = accepted.load_id
