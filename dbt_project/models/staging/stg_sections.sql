with sections as (select * from {{ source('staging', 'sections') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    sections.delivery,
    sections.load_id,
    sections.document_id,
    sections.report_id,
    sections.section_id,
    sections.style,
    sections.number,
    sections.printed,
    sections.title,
    sections.path,
    sections.run,
    sections.follows,
    sections.is_inline,
    sections.page,
    sections.line,
    sections.char_start,
    sections.char_end
from sections
inner join accepted
    on sections.delivery = accepted.delivery and sections.load_id = accepted.load_id
