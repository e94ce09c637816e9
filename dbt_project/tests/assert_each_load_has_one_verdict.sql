{{ config(meta={'rule_id': 'warehouse.one_verdict_per_load', 'dagster': {'ref': {'name': 'stg_accepted_loads'}}}) }}
-- Reads the ledger itself, past the view; in the UI it is a check of that view: depends_on: {{ ref('stg_accepted_loads') }}
select
    delivery,
    load_id,
    count(*) as verdicts
from {{ source('staging', 'delivery_ledger') }}
group by delivery, load_id
having count(*) > 1
