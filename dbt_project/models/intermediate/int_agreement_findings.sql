-- Two statements of one figure in a report, compared: the text with the tables (also where the tables print only the parts of what the
-- text says), and the year with all years so far.
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
        {{ is_usable() }} as is_usable
    from {{ ref('int_observations') }}
),

rules as ({{ rules_of('int_agreement_findings') }}),

indicators as (
    select
        indicator_code,
        {{ without_remark('name_zh') }} as name_zh
    from {{ ref('indicators') }}
),

-- What the text gives as one number and the tables only in parts.
sums as (
    select
        parts.rule_id,
        parts.side,
        parts.position,
        parts.indicator_code,
        count(*) over (partition by parts.rule_id, parts.side) as side_parts
    from {{ ref('rule_parts') }} as parts
    inner join rules on parts.rule_id = rules.rule_id
),

-- The figures that meet another one: most of a table stands alone.
meeting as (
    select
        report_id,
        indicator_code,
        member_key
    from observations
    where source_kind = 'prose' or basis = 'cumulative'
    union distinct
    select
        observations.report_id,
        parts.indicator_code,
        observations.member_key
    from observations
    inner join sums on observations.indicator_code = sums.indicator_code
    inner join sums as parts on sums.rule_id = parts.rule_id
    where observations.source_kind = 'prose' and sums.side = 'lhs' and parts.side = 'rhs'
),

-- A cell counts only where all that the tables (or the sentences) print for it agrees, exactly and legibly.
stated_alike as (
    select
        observations.report_id,
        observations.indicator_code,
        observations.member_key,
        observations.basis,
        observations.source_kind,
        min(observations.unit) as unit,
        min(observations.observation_id) as observation_id,
        min(observations.value) as value
    from observations
    inner join meeting
        on
            observations.report_id = meeting.report_id
            and observations.indicator_code = meeting.indicator_code
            and observations.member_key = meeting.member_key
    group by
        observations.report_id, observations.indicator_code, observations.member_key, observations.basis, observations.source_kind
    having
        count(*) = count(case when observations.is_usable then observations.value end)
        and min(observations.value) = max(observations.value)
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
        this_year.observation_id || ',' || all_years.observation_id as evidence,
        1 as rank_in_text
    from stated_alike as this_year
    inner join stated_alike as all_years
        on
            this_year.report_id = all_years.report_id
            and this_year.indicator_code = all_years.indicator_code
            and this_year.member_key = all_years.member_key
            and this_year.source_kind = all_years.source_kind
    where this_year.basis = 'current' and all_years.basis = 'cumulative'
),

table_parts as (
    select
        sums.rule_id,
        stated_alike.report_id,
        stated_alike.member_key,
        stated_alike.basis,
        sums.position,
        sums.side_parts,
        stated_alike.observation_id,
        stated_alike.value,
        indicators.name_zh || ' ' || {{ plain_number('stated_alike.value') }} || ' ' || stated_alike.unit as part_text
    from stated_alike
    inner join sums on stated_alike.indicator_code = sums.indicator_code
    inner join indicators on stated_alike.indicator_code = indicators.indicator_code
    where sums.side = 'rhs' and stated_alike.source_kind = 'table'
),

-- Only where the tables print every part.
added_up as (
    select
        rule_id,
        report_id,
        member_key,
        basis,
        position,
        side_parts,
        count(*) over (partition by rule_id, report_id, member_key, basis) as found_parts,
        sum(value) over (partition by rule_id, report_id, member_key, basis) as value,
        {{ running_listagg('part_text', ' + ', 'parts_so_far') }} as parts_text,
        {{ running_listagg('observation_id', ',', 'parts_so_far') }} as evidence
    from table_parts
    window parts_so_far as (
        partition by rule_id, report_id, member_key, basis
        order by position
        rows between unbounded preceding and current row
    )
),

text_and_sum as (
    select
        added_up.rule_id,
        stated.report_id,
        stated.indicator_code,
        stated.member_key,
        stated.basis,
        stated.unit,
        '正文 ' as lhs_name,
        ' = 表 ' || added_up.parts_text || '，合计 ' as rhs_name,
        stated.value as lhs,
        added_up.value as rhs,
        stated.observation_id || ',' || added_up.evidence as evidence,
        row_number() over (
            partition by added_up.rule_id, stated.report_id, stated.member_key, stated.basis
            order by
                case when stated.value = added_up.value then 1 else 2 end asc,
                stated.confidence desc,
                stated.value_start asc,
                stated.observation_id asc
        ) as rank_in_text
    from observations as stated
    inner join sums on stated.indicator_code = sums.indicator_code and sums.side = 'lhs'
    inner join added_up
        on
            sums.rule_id = added_up.rule_id
            and stated.report_id = added_up.report_id
            and stated.member_key = added_up.member_key
            and stated.basis = added_up.basis
    where
        stated.source_kind = 'prose'
        and stated.is_usable
        and added_up.position = added_up.side_parts
        and added_up.found_parts = added_up.side_parts
),

pairs as (
    {% for statements in ('text_and_table', 'year_and_all_years', 'text_and_sum') %}
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
        from {{ statements }}
        where rank_in_text = 1
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

-- A difference that is just as large as one of the parts points at it.
pointed_at as (
    select
        pairs.rule_id,
        pairs.report_id,
        pairs.member_key,
        pairs.basis,
        min(table_parts.part_text) as part_text
    from pairs
    inner join table_parts
        on
            pairs.rule_id = table_parts.rule_id
            and pairs.report_id = table_parts.report_id
            and pairs.member_key = table_parts.member_key
            and pairs.basis = table_parts.basis
    where pairs.lhs <> pairs.rhs and abs(pairs.lhs - pairs.rhs) = table_parts.value
    group by pairs.rule_id, pairs.report_id, pairs.member_key, pairs.basis
    having count(*) = 1
),

cause as (
    select text_zh
    from {{ ref('rule_causes') }}
    where rule_id is null and condition = 'one_part'
),

judged as (
    select
        pairs.*,
        replace(cause.text_zh, '{part}', pointed_at.part_text) as explanation,
        rules.statement_zh,
        rules.severity,
        rules.relation,
        rules.tolerance,
        case rules.relation when 'equals' then pairs.lhs = pairs.rhs else pairs.lhs <= pairs.rhs end as holds
    from pairs
    inner join rules on pairs.rule_id = rules.rule_id
    left join pointed_at
        on
            pairs.rule_id = pointed_at.rule_id
            and pairs.report_id = pointed_at.report_id
            and pairs.member_key = pointed_at.member_key
            and pairs.basis = pointed_at.basis
    left join cause on pointed_at.part_text is not null
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
    cast(judged.rhs as decimal(20, 6)) as rhs,
    cast(judged.lhs - judged.rhs as decimal(20, 6)) as difference,
    cast(judged.tolerance as decimal(20, 6)) as tolerance,
    judged.holds,
    judged.severity,
    judged.explanation,
    judged.evidence
from judged
inner join indicators on judged.indicator_code = indicators.indicator_code
