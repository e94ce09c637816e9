{{ config(meta={'rule_id': 'warehouse.one_verdict_per_load'}) }}
select
    delivery,
    load_id,
    count(*) as verdicts
from {{ source('staging', 'delivery_ledger') }}
group by delivery, load_id
having count(*) > 1
