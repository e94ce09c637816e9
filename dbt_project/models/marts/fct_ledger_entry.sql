with ledger_entries as (select * from {{ ref('stg_ledger_entries') }}),

documents as (
    select
        document_id,
        delivery,
        load_id,
        source_file
    from {{ ref('int_documents') }}
)

select
    ledger_entries.ledger_entry_id,
    ledger_entries.report_id,
    documents.source_file,
    ledger_entries.entry_date,
    ledger_entries.description,
    ledger_entries.income,
    ledger_entries.expense,
    ledger_entries.currency,
    ledger_entries.page,
    ledger_entries.line,
    ledger_entries.char_start,
    ledger_entries.char_end,
    ledger_entries.quote
from ledger_entries
inner join documents
    on
        ledger_entries.document_id = documents.document_id
        and ledger_entries.delivery = documents.delivery
        and ledger_entries.load_id = documents.load_id
