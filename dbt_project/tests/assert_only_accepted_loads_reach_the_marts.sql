{{ config(meta={'rule_id': 'warehouse.only_accepted_loads', 'dagster': {'ref': {'name': 'fct_observation'}}}) }}
-- Every figure in the marts must also stand in a load whose verdict is accepted, looked up past the stg_ views.
with accepted as (
    select staged.observation_id
    from {{ source('staging', 'observations') }} as staged
    inner join {{ source('staging', 'delivery_ledger') }} as ledger
        on staged.delivery = ledger.delivery and staged.load_id = ledger.load_id
    where ledger.verdict = 'accepted'
)

select published.observation_id
from {{ ref('fct_observation') }} as published
left join accepted on published.observation_id = accepted.observation_id
where accepted.observation_id is null
