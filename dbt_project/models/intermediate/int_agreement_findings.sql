-- What the text and the tables of a report say of one figure, compared. A figure that the text gives several times agrees where one of
-- them does: the others may count something narrower. Of those that don't agree the surest, then the first, is told.
with observations as (
    select
        observation_id,
        report_id,
        indicator_code,
        member_key,
        basis,
        value,
        unit,
        source_kind,
        confidence,
        value_start,
        status in ('reported', 'stated_zero')
        and qualifier = 'exact'
        and confidence >= {{ var('preferred_confidence_min') }} as is_usable
    from {{ ref('int_observations') }}
),

rule as (
    select
        rules.rule_id,
        rules.statement_zh,
        rules.severity,
        relations.relation,
        relations.tolerance
    from {{ ref('rule_relations') }} as relations
    inner join {{ ref('rules') }} as rules on relations.rule_id = rules.rule_id
    where relations.implemented_in = 'int_agreement_findings'
),

-- A cell counts only where all that the tables print for it agrees, exactly and legibly.
printed as (
    select
        report_id,
        indicator_code,
        member_key,
        basis,
        min(observation_id) as observation_id,
        min(value) as value
    from observations
    where source_kind = 'table'
    group by report_id, indicator_code, member_key, basis
    having count(*) = count(case when is_usable then value end) and min(value) = max(value)
),

pairs as (
    select
        stated.report_id,
        stated.indicator_code,
        stated.member_key,
        stated.basis,
        stated.unit,
        stated.value as lhs,
        printed.value as rhs,
        stated.observation_id || ',' || printed.observation_id as evidence,
        row_number() over (
            partition by stated.report_id, stated.indicator_code, stated.member_key, stated.basis
            order by
                case when stated.value = printed.value then 1 else 2 end asc,
                stated.confidence desc,
                stated.value_start asc,
                stated.observation_id asc
        ) as rank_in_text
    from observations as stated
    inner join printed
        on
            stated.report_id = printed.report_id
            and stated.indicator_code = printed.indicator_code
            and stated.member_key = printed.member_key
            and stated.basis = printed.basis
    where stated.source_kind = 'prose' and stated.is_usable
),

indicators as (
    select
        indicator_code,
        regexp_replace(name_zh, '（(member=|basis )[^）]*）', '') as name_zh
    from {{ ref('indicators') }}
)

select
    {{ surrogate_key(['pairs.report_id', 'rule.rule_id', 'pairs.indicator_code', 'pairs.member_key', 'pairs.basis']) }} as finding_id,
    pairs.report_id,
    rule.rule_id,
    pairs.basis || '/' || pairs.indicator_code || '/' || pairs.member_key as instance,
    rule.relation,
    rule.statement_zh || '：' || indicators.name_zh
    || case when pairs.member_key = 'total' then '' else '（' || pairs.member_key || '）' end
    || '，正文 ' || {{ plain_number('pairs.lhs') }} || ' ' || pairs.unit || ' = 表 ' || {{ plain_number('pairs.rhs') }} || ' ' || pairs.unit
    || case
        when pairs.lhs = pairs.rhs then '，成立'
        else '，不成立，相差 ' || {{ plain_number('abs(pairs.lhs - pairs.rhs)') }}
    end as statement,
    pairs.lhs,
    pairs.rhs,
    cast(pairs.lhs - pairs.rhs as decimal(20, 6)) as difference,
    cast(rule.tolerance as decimal(20, 6)) as tolerance,
    pairs.lhs = pairs.rhs as holds,
    rule.severity,
    cast(null as string) as explanation,
    pairs.evidence
from pairs
inner join indicators on pairs.indicator_code = indicators.indicator_code
cross join rule
where pairs.rank_in_text = 1
