with ledger_entries as (select * from {{ ref('stg_ledger_entries') }}),

documents as (select * from {{ ref('int_documents') }})

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
inner join documents on {{ at_own_place('ledger_entries') }}
