{{ config(meta={'rule_id': 'warehouse.one_current_version'}) }}
-- Sums over current versions count each report once: not twice, and never not at all.
select
    report_series_id,
    count(case when is_current then 1 end) as current_versions
from {{ ref('dim_report') }}
group by report_series_id
having count(case when is_current then 1 end) <> 1
