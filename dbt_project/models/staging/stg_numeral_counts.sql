with numeral_counts as (select * from {{ source('staging', 'numeral_counts') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    numeral_counts.delivery,
    numeral_counts.load_id,
    numeral_counts.document_id,
    numeral_counts.report_id,
    numeral_counts.numeral_count_id,
    numeral_counts.numeral_class,
    numeral_counts.numerals
from numeral_counts
inner join accepted
    on numeral_counts.delivery = accepted.delivery and numeral_counts.load_id = accepted.load_id
