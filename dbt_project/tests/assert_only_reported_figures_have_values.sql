{{ config(meta={'rule_id': 'warehouse.value_fits_status'}) }}
-- A blank is not a zero, and a zero in words is one.
select
    observation_id,
    status,
    value
from {{ ref('fct_observation') }}
where
    (status = 'reported' and value is null)
    or (status = 'stated_zero' and coalesce(value, 1) <> 0)
    or (status in ('blank', 'not_applicable', 'unreadable') and value is not null)
