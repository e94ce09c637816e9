{{ config(meta={'rule_id': 'warehouse.one_preferred_figure'}) }}
select
    report_id,
    indicator_code,
    member_key,
    basis,
    count(*) as preferred_observations
from {{ ref('fct_observation') }}
where is_preferred
group by report_id, indicator_code, member_key, basis
having count(*) > 1
