with quantities as (select * from {{ source('staging', 'quantities') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    quantities.delivery,
    quantities.load_id,
    quantities.document_id,
    quantities.report_id,
    quantities.quantity_id,
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
inner join accepted
    on quantities.delivery = accepted.delivery and quantities.load_id = accepted.load_id
