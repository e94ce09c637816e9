with citations as (select * from {{ ref('stg_citations') }}),

documents as (
    select
        document_id,
        delivery,
        load_id,
        source_file
    from {{ ref('int_documents') }}
)

select
    citations.citation_id,
    citations.report_id,
    documents.source_file,
    citations.document_number,
    citations.title,
    citations.page,
    citations.line,
    citations.char_start,
    citations.char_end
from citations
inner join documents
    on
        citations.document_id = documents.document_id
        and citations.delivery = documents.delivery
        and citations.load_id = documents.load_id
