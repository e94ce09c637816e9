with numeral_counts as (select * from {{ ref('stg_numeral_counts') }}),

documents as (select * from {{ ref('int_documents') }})

select
    numeral_counts.numeral_count_id,
    numeral_counts.report_id,
    documents.source_file,
    numeral_counts.numeral_class,
    numeral_counts.numerals
from numeral_counts
inner join documents on {{ at_own_place('numeral_counts') }}
