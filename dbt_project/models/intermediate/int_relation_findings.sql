-- What reports say of their own figures in running text (a total with its parts, a share, a change on the year before), computed again.
-- Which numbers belong together was found in the text; here they only meet their rule. A percentage agrees where it is the exact one
-- rounded or cut off at the printed digits.
with operands as (select * from {{ ref('stg_operands') }}),

documents as (select * from {{ ref('int_documents') }}),

rules as ({{ rules_of('int_relation_findings') }}),

own_operands as (
    select
        operands.relation_id,
        operands.report_id,
        operands.rule_id,
        operands.role,
        operands.position,
        operands.sign,
        operands.value,
        operands.decimals,
        operands.label || operands.value_printed as part_text,
        operands.value_start,
        operands.line,
        operands.explanation
    from operands
    inner join documents on {{ at_own_place('operands') }}
),

-- A number too large for the warehouse has no value: what it takes part in can't be computed.
sides as (
    select
        relation_id,
        rule_id,
        report_id,
        min(line) as line,
        min(value_start) as first_start,
        min(explanation) as explanation,
        max(decimals) as decimals,
        count(case when role = 'lhs' then 1 end) as lhs_numbers,
        min(case when role = 'lhs' then sign end) as lhs_least_sign,
        count(case when role = 'rhs' then 1 end) as rhs_numbers,
        sum(case when role = 'lhs' then sign * value end) as lhs,
        sum(case when role = 'rhs' then sign * value end) as rhs,
        sum(case when role = 'numerator' then sign * value end) as numerator,
        sum(case when role = 'denominator' then sign * value end) as denominator
    from own_operands
    group by relation_id, rule_id, report_id
    having count(*) = count(value)
),

computed as (
    select
        sides.*,
        rules.statement_zh,
        rules.severity,
        rules.relation,
        cast(rules.tolerance as double) as tolerance,
        power(10, sides.decimals) as scale,
        case rules.relation
            when 'is_percentage' then 100 * cast(sides.numerator as double) / cast(sides.denominator as double)
            when 'makes_100' then 100
            else cast(sides.rhs as double)
        end as exact
    from sides
    inner join rules on sides.rule_id = rules.rule_id
    where coalesce(sides.denominator, 1) <> 0
),

-- Rounding moves a percentage by half a unit of its last printed digit at most; what is left over of a float is no difference.
bounded as (
    select
        computed.*,
        case computed.relation
            when 'makes_100' then 0.5 * computed.lhs_numbers / computed.scale
            when 'is_percentage' then 0.5 / computed.scale
            else computed.tolerance
        end as allowed,
        case computed.relation
            when 'is_percentage' then round(computed.exact * computed.scale) / computed.scale
            else computed.exact
        end as shown_rhs
    from computed
),

judged as (
    select
        bounded.*,
        case
            when bounded.relation = 'at_most' then bounded.lhs <= bounded.exact + bounded.allowed
            when abs(bounded.lhs - bounded.exact) <= bounded.allowed + 0.000000001 then true
            when bounded.relation = 'is_percentage'
                then
                    bounded.lhs * bounded.exact >= 0
                    and abs(bounded.lhs) <= abs(bounded.exact)
                    and abs(bounded.exact) - abs(bounded.lhs) < 1 / bounded.scale
            else false
        end as holds
    from bounded
),

figures as (
    select
        report_id,
        value_start,
        min(observation_id) as figure_id
    from {{ ref('int_observations') }}
    where source_kind = 'prose'
    group by report_id, value_start
),

quantities as (
    select
        quantities.report_id,
        quantities.value_start,
        quantities.quantity_id
    from {{ ref('stg_quantities') }} as quantities
    inner join documents on {{ at_own_place('quantities') }}
),

worded as (
    select
        own_operands.relation_id,
        own_operands.role,
        own_operands.position,
        case
            when row_number() over (partition by own_operands.relation_id, own_operands.role order by own_operands.position) > 1
                then case when own_operands.sign < 0 then ' − ' else ' + ' end
            when own_operands.sign < 0 then '−'
            else ''
        end || own_operands.part_text as part_text,
        coalesce(figures.figure_id, quantities.quantity_id) as evidence_id
    from own_operands
    left join figures
        on own_operands.report_id = figures.report_id and own_operands.value_start = figures.value_start
    left join quantities
        on own_operands.report_id = quantities.report_id and own_operands.value_start = quantities.value_start
),

joined as (
    select
        relation_id,
        {{ running_listagg("case when role = 'lhs' then part_text end", '', 'parts_so_far') }} as lhs_text,
        {{ running_listagg("case when role = 'rhs' then part_text end", '', 'parts_so_far') }} as rhs_text,
        {{ running_listagg("case when role = 'numerator' then part_text end", '', 'parts_so_far') }} as numerator_text,
        {{ running_listagg("case when role = 'denominator' then part_text end", '', 'parts_so_far') }} as denominator_text,
        {{ running_listagg('evidence_id', ',', 'parts_so_far') }} as evidence,
        lead(position) over (partition by relation_id order by position) as next_position
    from worded
    window parts_so_far as (
        partition by relation_id
        order by position
        rows between unbounded preceding and current row
    )
),

texts as (
    select
        relation_id,
        lhs_text,
        rhs_text,
        numerator_text,
        denominator_text,
        evidence
    from joined
    where next_position is null
)

select
    {{ surrogate_key(['judged.report_id', 'judged.rule_id', 'judged.relation_id']) }} as finding_id,
    judged.report_id,
    judged.rule_id,
    '第' || cast(judged.line as string) || '行/' || cast(judged.first_start as string) as instance,
    judged.relation,
    judged.statement_zh || '：' || texts.lhs_text
    || case
        when judged.lhs_numbers > 1
            then
                case when judged.lhs_least_sign < 0 then '（计算得 ' else '（合计 ' end || {{ plain_number('judged.lhs') }} || '）'
        else ''
    end
    || case judged.relation
        when 'at_most' then ' ≤ ' || texts.rhs_text
        when 'equals' then ' = ' || texts.rhs_text
        when 'makes_100' then ' = 100%'
        when 'is_percentage' then ' = （' || texts.numerator_text || '） ÷ （' || texts.denominator_text || '）'
    end
    || case
        when judged.rhs_numbers > 1 then '（合计 ' || {{ plain_number('judged.rhs') }} || '）'
        when judged.relation = 'is_percentage' then '（计算得 ' || {{ plain_number('judged.shown_rhs') }} || '%）'
        else ''
    end
    || case
        when judged.holds then '，成立'
        else '，不成立，相差 ' || {{ plain_number('abs(judged.lhs - judged.shown_rhs)') }}
    end as statement,
    cast(judged.lhs as decimal(20, 6)) as lhs,
    cast(judged.shown_rhs as decimal(20, 6)) as rhs,
    cast(cast(judged.lhs as decimal(20, 6)) - cast(judged.shown_rhs as decimal(20, 6)) as decimal(20, 6)) as difference,
    cast(judged.allowed as decimal(20, 6)) as tolerance,
    judged.holds,
    judged.severity,
    case when not judged.holds or judged.relation = 'is_percentage' then judged.explanation end as explanation,
    texts.evidence
from judged
inner join texts on judged.relation_id = texts.relation_id
