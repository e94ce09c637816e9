with citations as (select * from {{ source('staging', 'citations') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    citations.delivery,
    citations.load_id,
    citations.document_id,
    citations.report_id,
    citations.citation_id,
    citations.document_number,
    citations.title,
    citations.page,
    citations.line,
    citations.char_start,
    citations.char_end
from citations
inner join accepted
    on citations.delivery = accepted.delivery and citations.load_id = accepted.load_id
