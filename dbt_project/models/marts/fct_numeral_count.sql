with numeral_counts as (select * from {{ ref('stg_numeral_counts') }}),

documents as (
    select
        document_id,
        delivery,
        load_id,
        source_file
    from {{ ref('int_documents') }}
)

select
    numeral_counts.numeral_count_id,
    numeral_counts.report_id,
    documents.source_file,
    numeral_counts.numeral_class,
    numeral_counts.numerals
from numeral_counts
inner join documents
    on
        numeral_counts.document_id = documents.document_id
        and numeral_counts.delivery = documents.delivery
        and numeral_counts.load_id = documents.load_id
