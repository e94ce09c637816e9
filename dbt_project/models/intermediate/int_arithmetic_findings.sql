-- Every rule with parts in the rule seeds, evaluated on every table column that prints what the rule needs, and (where the rule says so)
-- on the figures of the running text; never on both at once.
-- Nothing in this model knows a particular rule: rule_relations says how two sides compare, rule_parts what stands on each side.
-- A part with an indicator is sought in one column (the instance is the member); a part with a member is sought in one row
-- (the instance is the indicator).
with printed as (
    select
        observation_id,
        report_id,
        indicator_code,
        member_key,
        basis,
        source_kind,
        value,
        {{ is_usable() }} as is_usable
    from {{ ref('int_observations') }}
),

-- A cell counts only where all that the tables (or the sentences) print for it agrees, exactly and legibly.
cells as (
    select
        report_id,
        indicator_code,
        member_key,
        basis,
        source_kind,
        min(observation_id) as observation_id,
        case when count(*) = count(case when is_usable then value end) and min(value) = max(value) then min(value) end as value
    from printed
    group by report_id, indicator_code, member_key, basis, source_kind
),

rules as ({{ rules_of('int_arithmetic_findings') }}),

parts as (
    select
        rule_parts.rule_id,
        rule_parts.side,
        rule_parts.position,
        rule_parts.indicator_code,
        rule_parts.member_key,
        rule_parts.sign,
        rule_parts.presence
    from {{ ref('rule_parts') }} as rule_parts
    inner join rules on rule_parts.rule_id = rules.rule_id
),

-- What may lie behind any sum that fails, whichever rule it is.
cause as (
    select text_zh
    from {{ ref('rule_causes') }}
    where rule_id is null and condition = 'one_part'
),

indicators as (
    select
        indicator_code,
        unit,
        {{ without_remark('name_zh') }} as name_zh
    from {{ ref('indicators') }}
),

members as (
    select
        member_code,
        name_zh
    from {{ ref('members') }}
),

required as (
    select
        rule_id,
        count(*) as required_parts
    from parts
    where presence = 'required'
    group by rule_id
),

in_columns as (
    select
        parts.rule_id,
        cells.report_id,
        cells.basis,
        cells.source_kind,
        cells.member_key as instance_key,
        members.name_zh as instance_name,
        parts.side,
        parts.position,
        parts.sign,
        parts.presence,
        indicators.name_zh as part_name,
        cells.value,
        indicators.unit,
        cells.observation_id
    from cells
    inner join parts on cells.indicator_code = parts.indicator_code
    inner join indicators on cells.indicator_code = indicators.indicator_code
    left join members on cells.member_key = members.member_code
    where parts.member_key is null
),

-- Most rows have no member columns: their lone total is no sum.
divided_rows as (
    select distinct
        report_id,
        indicator_code,
        basis,
        source_kind
    from cells
    where member_key <> 'total'
),

in_rows as (
    select
        parts.rule_id,
        cells.report_id,
        cells.basis,
        cells.source_kind,
        cells.indicator_code as instance_key,
        indicators.name_zh as instance_name,
        parts.side,
        parts.position,
        parts.sign,
        parts.presence,
        members.name_zh as part_name,
        cells.value,
        indicators.unit,
        cells.observation_id
    from cells
    inner join divided_rows
        on
            cells.report_id = divided_rows.report_id
            and cells.indicator_code = divided_rows.indicator_code
            and cells.basis = divided_rows.basis
            and cells.source_kind = divided_rows.source_kind
    inner join parts on cells.member_key = parts.member_key
    inner join indicators on cells.indicator_code = indicators.indicator_code
    inner join members on cells.member_key = members.member_code
    where parts.indicator_code is null
),

operands as (
    select * from in_columns
    union all
    select * from in_rows
),

sides as (
    select
        rule_id,
        report_id,
        basis,
        source_kind,
        instance_key,
        min(instance_name) as instance_name,
        count(case when presence = 'required' then 1 end) as found_required,
        count(case when presence = 'absent' then 1 end) as found_absent,
        count(case when side = 'lhs' and value is not null then 1 end) as lhs_numbers,
        count(case when side = 'lhs' and value is null then 1 end) as lhs_gaps,
        count(case when side = 'rhs' and value is not null then 1 end) as rhs_numbers,
        count(case when side = 'rhs' and value is null then 1 end) as rhs_gaps,
        count(case when side = 'lhs' and value = 0 then 1 end) as lhs_zeros,
        min(case when side = 'lhs' then sign end) as lhs_least_sign,
        sum(case when side = 'lhs' then sign * value end) as lhs,
        sum(case when side = 'rhs' then sign * value end) as rhs
    from operands
    group by rule_id, report_id, basis, source_kind, instance_key
),

-- Parts can't be negative, so where some of them are blank those that are printed still can't exceed the whole.
evaluated as (
    select
        sides.*,
        rules.statement_zh,
        rules.severity,
        rules.tolerance,
        sides.lhs_gaps > 0 as is_partial,
        case when rules.relation = 'equals' and sides.lhs_gaps > 0 then 'at_most' else rules.relation end as relation
    from sides
    inner join required on sides.rule_id = required.rule_id
    inner join rules on sides.rule_id = rules.rule_id
    where
        sides.found_required = required.required_parts
        and rules.source_kinds like '%' || sides.source_kind || '%'
        and sides.found_absent = 0
        and sides.rhs_gaps = 0
        and (
            sides.lhs_gaps = 0
            or (rules.relation in ('equals', 'at_most') and sides.lhs_numbers > 0 and sides.lhs_least_sign > 0)
        )
),

-- Of many parts the zeros are counted, not listed. A difference that is just as large as one of several numbers added up points at it.
parts_in_words as (
    select
        operands.*,
        evaluated.lhs_numbers > {{ var('listed_parts_max') }} and operands.side = 'lhs' and operands.value = 0 as is_left_out,
        evaluated.lhs <> evaluated.rhs
        and abs(operands.value) = abs(evaluated.lhs - evaluated.rhs)
        and case operands.side when 'lhs' then evaluated.lhs_numbers else evaluated.rhs_numbers end > 1 as is_pointed_at,
        operands.part_name || ' ' || {{ plain_number('operands.value') }} || ' ' || operands.unit as part_text
    from operands
    inner join evaluated
        on
            operands.rule_id = evaluated.rule_id
            and operands.report_id = evaluated.report_id
            and operands.basis = evaluated.basis
            and operands.source_kind = evaluated.source_kind
            and operands.instance_key = evaluated.instance_key
),

worded as (
    select
        rule_id,
        report_id,
        basis,
        source_kind,
        instance_key,
        side,
        side || lpad(cast(position as string), 3, '0') as part_order,
        case when value is not null then observation_id end as observation_id,
        case
            when is_left_out then null
            when sign < 0 then '−（' || part_text || '）'
            else part_text
        end as part_text,
        case when is_pointed_at then part_text end as pointed_at
    from parts_in_words
),

joined as (
    select
        rule_id,
        report_id,
        basis,
        source_kind,
        instance_key,
        {{ running_listagg("case when side = 'lhs' then part_text end", ' + ', 'parts_so_far') }} as lhs_text,
        {{ running_listagg("case when side = 'rhs' then part_text end", ' + ', 'parts_so_far') }} as rhs_text,
        {{ running_listagg('observation_id', ',', 'parts_so_far') }} as evidence,
        count(pointed_at) over parts_so_far as pointed_parts,
        min(pointed_at) over parts_so_far as pointed_at,
        lead(part_order) over (partition by rule_id, report_id, basis, source_kind, instance_key order by part_order) as next_part
    from worded
    window parts_so_far as (
        partition by rule_id, report_id, basis, source_kind, instance_key
        order by part_order
        rows between unbounded preceding and current row
    )
),

texts as (
    select
        rule_id,
        report_id,
        basis,
        source_kind,
        instance_key,
        lhs_text,
        rhs_text,
        evidence,
        case when pointed_parts = 1 then pointed_at end as pointed_at
    from joined
    where next_part is null
),

judged as (
    select
        evaluated.*,
        texts.lhs_text,
        texts.rhs_text,
        texts.evidence,
        texts.pointed_at,
        case evaluated.relation
            when 'equals' then abs(evaluated.lhs - evaluated.rhs) <= evaluated.tolerance
            when 'at_most' then evaluated.lhs <= evaluated.rhs + evaluated.tolerance
            when 'requires' then evaluated.lhs = 0 or evaluated.rhs > 0
        end as holds
    from evaluated
    inner join texts
        on
            evaluated.rule_id = texts.rule_id
            and evaluated.report_id = texts.report_id
            and evaluated.basis = texts.basis
            and evaluated.source_kind = texts.source_kind
            and evaluated.instance_key = texts.instance_key
),

explained as (
    select
        judged.*,
        replace(cause.text_zh, '{part}', judged.pointed_at) as explanation
    from judged
    left join cause on judged.pointed_at is not null and not judged.holds
)

select
    {{ surrogate_key(['report_id', 'rule_id', 'basis', 'source_kind', 'instance_key']) }} as finding_id,
    report_id,
    rule_id,
    basis || '/' || instance_key || case when source_kind = 'prose' then '/prose' else '' end as instance,
    relation,
    statement_zh
    || case basis
        when 'cumulative' then '（历年累计）'
        when 'prior_year' then '（上年）'
        when 'part_year' then '（部分时段）'
        when 'budget' then '（预算）'
        else ''
    end
    || case when source_kind = 'prose' then '（正文）' else '' end
    || case when instance_key = 'total' then '' else '（' || coalesce(instance_name, instance_key) || '）' end
    || '：' || coalesce(lhs_text, '各项')
    || case
        when lhs_numbers > {{ var('listed_parts_max') }} and lhs_zeros > 0
            then '（合计 ' || {{ plain_number('lhs') }} || '，其中 ' || cast(lhs_zeros as string) || ' 项为 0）'
        when lhs_numbers > 1 then '（合计 ' || {{ plain_number('lhs') }} || '）'
        else ''
    end
    || case when is_partial then '（另有 ' || cast(lhs_gaps as string) || ' 项未填）' else '' end
    || case relation when 'equals' then ' = ' when 'at_most' then ' ≤ ' else ' 须有 ' end
    || rhs_text
    || case when rhs_numbers > 1 then '（合计 ' || {{ plain_number('rhs') }} || '）' else '' end
    || case
        when holds then '，成立'
        when relation = 'requires' then '，不成立'
        else '，不成立，相差 ' || {{ plain_number('abs(lhs - rhs)') }}
    end as statement,
    cast(lhs as decimal(20, 6)) as lhs,
    cast(rhs as decimal(20, 6)) as rhs,
    cast(lhs - rhs as decimal(20, 6)) as difference,
    cast(tolerance as decimal(20, 6)) as tolerance,
    holds,
    severity,
    explanation,
    evidence
from explained
