with ledger_entries as (select * from {{ source('staging', 'ledger_entries') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    ledger_entries.delivery,
    ledger_entries.load_id,
    ledger_entries.document_id,
    ledger_entries.report_id,
    ledger_entries.ledger_entry_id,
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
inner join accepted
    on ledger_entries.delivery = accepted.delivery and ledger_entries.load_id = accepted.load_id
