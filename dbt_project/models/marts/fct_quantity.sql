with quantities as (select * from {{ ref('stg_quantities') }}),

documents as (
    select
        document_id,
        delivery,
        load_id,
        source_file
    from {{ ref('int_documents') }}
)

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
inner join documents
    on
        quantities.document_id = documents.document_id
        and quantities.delivery = documents.delivery
        and quantities.load_id = documents.load_id
