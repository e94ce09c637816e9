with citations as (select * from {{ ref('stg_citations') }}),

documents as (select * from {{ ref('int_documents') }})

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
inner join documents on {{ at_own_place('citations') }}
