-- What a report's tables take over from the year before, compared with the tables of last year's report. The finding is the later report's.
-- Nothing in this model knows a particular rule: rule_parts says which figures of which of the two reports stand on each side. A part that
-- names no indicator stands for whatever figure has the basis; the instance is then that figure. Forms are compared with forms, never with
-- sentences, which may count something narrower. Every part has to be printed, exactly and legibly.
with consecutive as (select * from {{ ref('int_consecutive_reports') }}),

rules as ({{ rules_of('int_across_years_findings') }}),

parts as (
    select
        rule_parts.rule_id,
        rule_parts.side,
        rule_parts.position,
        rule_parts.indicator_code,
        rule_parts.basis,
        rule_parts.years_back,
        rule_parts.sign,
        count(*) over (partition by rule_parts.rule_id) as rule_numbers,
        count(*) over (partition by rule_parts.rule_id, rule_parts.side) as side_numbers
    from {{ ref('rule_parts') }} as rule_parts
    inner join rules on rule_parts.rule_id = rules.rule_id
),

both_reports as (
    select
        report_id,
        years,
        report_year,
        0 as years_back,
        report_id as own_report_id
    from consecutive
    union all
    select
        report_id,
        years,
        report_year - 1 as report_year,
        1 as years_back,
        last_report_id as own_report_id
    from consecutive
),

printed as (
    select
        report_id,
        indicator_code,
        member_key,
        basis,
        observation_id,
        value,
        {{ is_usable() }} as is_usable
    from {{ ref('int_observations') }}
    where source_kind = 'table'
),

-- A cell counts only where all that the tables print for it agrees.
cells as (
    select
        report_id,
        indicator_code,
        member_key,
        basis,
        min(observation_id) as observation_id,
        min(value) as value
    from printed
    where report_id in (select both_reports.own_report_id from both_reports)
    group by report_id, indicator_code, member_key, basis
    having count(*) = count(case when is_usable then value end) and min(value) = max(value)
),

indicators as (
    select
        indicator_code,
        unit,
        aggregation,
        {{ without_remark('name_zh') }} as name_zh
    from {{ ref('indicators') }}
),

-- Where no part names an indicator, the rule is for the figures that have all its bases. Levels, such as staff, don't add up over years.
divided as (
    select distinct
        cells.report_id,
        cells.indicator_code,
        cells.member_key
    from cells
    inner join indicators on cells.indicator_code = indicators.indicator_code
    where cells.basis = 'cumulative' and indicators.aggregation = 'sum'
),

members as (
    select
        member_code,
        name_zh
    from {{ ref('members') }}
),

chosen as (
    select
        parts.rule_id,
        cells.report_id as own_report_id,
        cells.basis,
        parts.years_back,
        parts.side,
        parts.position,
        parts.sign,
        parts.rule_numbers,
        parts.side_numbers,
        cells.indicator_code,
        cells.member_key,
        cells.member_key as instance_key,
        cells.value,
        cells.observation_id
    from cells
    inner join parts on cells.indicator_code = parts.indicator_code and cells.basis = parts.basis
    union all
    select
        parts.rule_id,
        cells.report_id as own_report_id,
        cells.basis,
        parts.years_back,
        parts.side,
        parts.position,
        parts.sign,
        parts.rule_numbers,
        parts.side_numbers,
        cells.indicator_code,
        cells.member_key,
        cells.indicator_code || '/' || cells.member_key as instance_key,
        cells.value,
        cells.observation_id
    from cells
    inner join divided
        on
            cells.report_id = divided.report_id
            and cells.indicator_code = divided.indicator_code
            and cells.member_key = divided.member_key
    inner join parts on cells.basis = parts.basis
    where parts.indicator_code is null
),

operands as (
    select
        chosen.rule_id,
        both_reports.report_id,
        both_reports.years,
        chosen.instance_key,
        chosen.member_key,
        members.name_zh as member_name,
        chosen.side,
        chosen.position,
        chosen.rule_numbers,
        chosen.side_numbers,
        chosen.sign * chosen.value as value,
        chosen.observation_id,
        cast(both_reports.report_year as string) || ' 年' || case chosen.basis when 'cumulative' then '历年累计' else '' end
        || indicators.name_zh || ' ' || {{ plain_number('chosen.value') }} || ' ' || indicators.unit as part_text,
        case when chosen.sign < 0 then ' − ' when chosen.position > 1 then ' + ' else '' end as part_sign
    from chosen
    inner join both_reports on chosen.own_report_id = both_reports.own_report_id and chosen.years_back = both_reports.years_back
    inner join indicators on chosen.indicator_code = indicators.indicator_code
    left join members on chosen.member_key = members.member_code
),

sides as (
    select
        rule_id,
        report_id,
        instance_key,
        min(years) as years,
        min(member_key) as member_key,
        min(member_name) as member_name,
        sum(case when side = 'lhs' then value end) as lhs,
        sum(case when side = 'rhs' then value end) as rhs,
        max(case when side = 'rhs' then side_numbers end) as rhs_numbers
    from operands
    group by rule_id, report_id, instance_key
    having count(*) = max(rule_numbers)
),

judged as (
    select
        sides.*,
        rules.statement_zh,
        rules.severity,
        rules.relation,
        rules.tolerance,
        abs(sides.lhs - sides.rhs) <= rules.tolerance as holds
    from sides
    inner join rules on sides.rule_id = rules.rule_id
),

worded as (
    select
        operands.rule_id,
        operands.report_id,
        operands.instance_key,
        operands.side,
        operands.side || lpad(cast(operands.position as string), 3, '0') as part_order,
        operands.part_sign || operands.part_text as part_text,
        operands.observation_id
    from operands
    inner join judged
        on
            operands.rule_id = judged.rule_id
            and operands.report_id = judged.report_id
            and operands.instance_key = judged.instance_key
),

joined as (
    select
        rule_id,
        report_id,
        instance_key,
        {{ running_listagg("case when side = 'lhs' then part_text end", '', 'parts_so_far') }} as lhs_text,
        {{ running_listagg("case when side = 'rhs' then part_text end", '', 'parts_so_far') }} as rhs_text,
        {{ running_listagg('observation_id', ',', 'parts_so_far') }} as evidence,
        lead(part_order) over (partition by rule_id, report_id, instance_key order by part_order) as next_part
    from worded
    window parts_so_far as (
        partition by rule_id, report_id, instance_key
        order by part_order
        rows between unbounded preceding and current row
    )
),

-- What may lie behind a difference: the first condition that fits.
fitting as (
    select
        judged.rule_id,
        judged.report_id,
        judged.instance_key,
        causes.position,
        replace(causes.text_zh, '{part}', min(operands.part_text)) as explanation
    from judged
    inner join {{ ref('rule_causes') }} as causes on judged.rule_id = causes.rule_id
    inner join operands
        on
            judged.rule_id = operands.rule_id
            and judged.report_id = operands.report_id
            and judged.instance_key = operands.instance_key
    where
        not judged.holds
        and operands.side = 'rhs'
        and case causes.condition
            when 'left_zero' then judged.lhs = 0
            when 'left_less' then judged.lhs < judged.rhs
            when 'left_equals' then operands.position = causes.part_position and abs(operands.value) = judged.lhs
            when 'one_part' then abs(operands.value) = abs(judged.lhs - judged.rhs)
        end
    group by judged.rule_id, judged.report_id, judged.instance_key, causes.position, causes.condition, causes.text_zh
    having causes.condition <> 'one_part' or count(*) = 1
),

explained as (
    select
        rule_id,
        report_id,
        instance_key,
        explanation,
        row_number() over (partition by rule_id, report_id, instance_key order by position) as explanation_rank
    from fitting
)

select
    {{ surrogate_key(['judged.report_id', 'judged.rule_id', 'judged.years', 'judged.instance_key']) }} as finding_id,
    judged.report_id,
    judged.rule_id,
    judged.years || '/' || judged.instance_key as instance,
    judged.relation,
    judged.statement_zh
    || case when judged.member_key = 'total' then '' else '（' || coalesce(judged.member_name, judged.member_key) || '）' end
    || '：' || joined.lhs_text || ' = ' || joined.rhs_text
    || case when judged.rhs_numbers > 1 then '（计算得 ' || {{ plain_number('judged.rhs') }} || '）' else '' end
    || case when judged.holds then '，成立' else '，不成立，相差 ' || {{ plain_number('abs(judged.lhs - judged.rhs)') }} end as statement,
    cast(judged.lhs as decimal(20, 6)) as lhs,
    cast(judged.rhs as decimal(20, 6)) as rhs,
    cast(judged.lhs - judged.rhs as decimal(20, 6)) as difference,
    cast(judged.tolerance as decimal(20, 6)) as tolerance,
    judged.holds,
    judged.severity,
    explained.explanation,
    joined.evidence
from judged
inner join joined
    on
        judged.rule_id = joined.rule_id
        and judged.report_id = joined.report_id
        and judged.instance_key = joined.instance_key
        and joined.next_part is null
left join explained
    on
        judged.rule_id = explained.rule_id
        and judged.report_id = explained.report_id
        and judged.instance_key = explained.instance_key
        and explained.explanation_rank = 1
