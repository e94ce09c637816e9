with indicators as (select * from {{ ref('indicators') }})

select
    indicator_code,
    name_zh,
    unit,
    topic,
    forms,
    description,
    scope,
    parent,
    breakdown,
    aggregation,
    is_leaf
from indicators
