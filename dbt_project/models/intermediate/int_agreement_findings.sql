-- Two statements of one figure in a report, compared: the text with the tables, and the year with all years so far.
-- A figure that the text gives several times agrees with the table where one of them does: the others may count something narrower. Of
-- those that don't agree the surest, then the first, is told.
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

rules as (
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

-- A cell counts only where all that the tables (or the sentences) print for it agrees, exactly and legibly.
stated_alike as (
    select
        report_id,
        indicator_code,
        member_key,
        basis,
        source_kind,
        min(unit) as unit,
        min(observation_id) as observation_id,
        min(value) as value
    from observations
    group by report_id, indicator_code, member_key, basis, source_kind
    having count(*) = count(case when is_usable then value end) and min(value) = max(value)
),

text_and_table as (
    select
        'report.figure.text_and_table' as rule_id,
        stated.report_id,
        stated.indicator_code,
        stated.member_key,
        stated.basis,
        stated.unit,
        '正文 ' as lhs_name,
        ' = 表 ' as rhs_name,
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
    inner join stated_alike as printed
        on
            stated.report_id = printed.report_id
            and stated.indicator_code = printed.indicator_code
            and stated.member_key = printed.member_key
            and stated.basis = printed.basis
    where stated.source_kind = 'prose' and stated.is_usable and printed.source_kind = 'table'
),

year_and_all_years as (
    select
        'report.figure.year_within_all_years' as rule_id,
        this_year.report_id,
        this_year.indicator_code,
        this_year.member_key,
        this_year.source_kind as basis,
        this_year.unit,
        '本年 ' as lhs_name,
        ' ≤ 历年累计 ' as rhs_name,
        this_year.value as lhs,
        all_years.value as rhs,
        this_year.observation_id || ',' || all_years.observation_id as evidence
    from stated_alike as this_year
    inner join stated_alike as all_years
        on
            this_year.report_id = all_years.report_id
            and this_year.indicator_code = all_years.indicator_code
            and this_year.member_key = all_years.member_key
            and this_year.source_kind = all_years.source_kind
    where this_year.basis = 'current' and all_years.basis = 'cumulative'
),

pairs as (
    select
        rule_id,
        report_id,
        indicator_code,
        member_key,
        basis,
        unit,
        lhs_name,
        rhs_name,
        lhs,
        rhs,
        evidence
    from text_and_table
    where rank_in_text = 1
    union all
    select
        rule_id,
        report_id,
        indicator_code,
        member_key,
        basis,
        unit,
        lhs_name,
        rhs_name,
        lhs,
        rhs,
        evidence
    from year_and_all_years
),

indicators as (
    select
        indicator_code,
        regexp_replace(name_zh, '（(member=|basis )[^）]*）', '') as name_zh
    from {{ ref('indicators') }}
),

judged as (
    select
        pairs.*,
        rules.statement_zh,
        rules.severity,
        rules.relation,
        rules.tolerance,
        case rules.relation when 'equals' then pairs.lhs = pairs.rhs else pairs.lhs <= pairs.rhs end as holds
    from pairs
    inner join rules on pairs.rule_id = rules.rule_id
)

select
    {{ surrogate_key(['judged.report_id', 'judged.rule_id', 'judged.indicator_code', 'judged.member_key', 'judged.basis']) }} as finding_id,
    judged.report_id,
    judged.rule_id,
    judged.basis || '/' || judged.indicator_code || '/' || judged.member_key as instance,
    judged.relation,
    judged.statement_zh || '：' || indicators.name_zh
    || case when judged.member_key = 'total' then '' else '（' || judged.member_key || '）' end
    || '，' || judged.lhs_name || {{ plain_number('judged.lhs') }} || ' ' || judged.unit
    || judged.rhs_name || {{ plain_number('judged.rhs') }} || ' ' || judged.unit
    || case when judged.holds then '，成立' else '，不成立，相差 ' || {{ plain_number('abs(judged.lhs - judged.rhs)') }} end as statement,
    judged.lhs,
    judged.rhs,
    cast(judged.lhs - judged.rhs as decimal(20, 6)) as difference,
    cast(judged.tolerance as decimal(20, 6)) as tolerance,
    judged.holds,
    judged.severity,
    cast(null as string) as explanation,
    judged.evidence
from judged
inner join indicators on judged.indicator_code = indicators.indicator_code
