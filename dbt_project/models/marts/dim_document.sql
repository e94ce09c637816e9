with documents as (select * from {{ ref('int_documents') }})

select
    document_id,
    media_type,
    bytes,
    encoding,
    pages,
    characters,
    reader,
    outcome,
    reason
from documents
