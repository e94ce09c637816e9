with quantities as (select * from {{ ref('stg_quantities') }}),

documents as (select * from {{ ref('int_documents') }})

select
    quantities.quantity_id,
    quantities.report_id,
    documents.source_file,
    quantities.numeral_class,
    quantities.value,
    quantities.value_printed,
    quantities.unit_printed,
    quantities.noun,
    quantities.heading_path,
    quantities.page,
    quantities.line,
    quantities.char_start,
    quantities.char_end,
    quantities.value_start,
    quantities.value_end,
    quantities.quote
from quantities
inner join documents on {{ at_own_place('quantities') }}
