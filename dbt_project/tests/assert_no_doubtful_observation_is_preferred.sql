{{ config(meta={'rule_id': 'warehouse.preferred_is_readable'}) }}
select
    observation_id,
    status,
    confidence
from {{ ref('fct_observation') }}
where
    is_preferred
    and (status = 'unreadable' or confidence < {{ var('preferred_confidence_min') }})
