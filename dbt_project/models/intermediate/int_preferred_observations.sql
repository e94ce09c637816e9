-- Which of several figures for the same (report, indicator, member, basis) the report means; the order is told in the model's description.
-- Only ids leave this model: the window then sorts narrow rows, not quotes.
with candidates as (
    select
        observation_id,
        report_id,
        indicator_code,
        member_key,
        basis,
        status,
        qualifier,
        source_kind,
        confidence,
        value_start
    from {{ ref('int_observations') }}
    where
        status <> 'unreadable'
        and confidence >= {{ var('preferred_confidence_min') }}
),

ranked as (
    select
        observation_id,
        row_number() over (
            partition by report_id, indicator_code, member_key, basis
            order by
                case when status in ('reported', 'stated_zero') then 1 else 2 end asc,
                case source_kind when 'table' then 1 when 'prose' then 2 else 3 end asc,
                case status when 'reported' then 1 when 'stated_zero' then 2 when 'blank' then 3 else 4 end asc,
                case when qualifier = 'exact' then 1 else 2 end asc,
                confidence desc,
                value_start asc,
                observation_id asc
        ) as preference_rank
    from candidates
)

select observation_id
from ranked
where preference_rank = 1
