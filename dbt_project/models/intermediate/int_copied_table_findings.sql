-- Whether the tables of a report repeat last year's, topic by topic. The finding is the later report's.
-- Only numbers other than zero are compared: zeros are alike everywhere. Two years may be alike by chance where there are few and small
-- numbers, and one event stands in many cells (its row, its total, its outcome); so the rule speaks only where the different numbers of the
-- year have enough digits together. Levels at the end of a year, such as documents in force, rightly stay as they are and count nothing.
-- Nothing is said where a cell of either year can't be read.
with consecutive as (select * from {{ ref('int_consecutive_reports') }}),

rules as ({{ rules_of('int_copied_table_findings') }}),

rule as (
    select
        rules.rule_id,
        rules.statement_zh,
        rules.severity,
        rules.relation,
        rules.tolerance,
        causes.text_zh as cause
    from rules
    left join {{ ref('rule_causes') }} as causes on rules.rule_id = causes.rule_id and causes.condition = 'always'
),

topics as (
    select
        topic,
        name_zh
    from {{ ref('topics') }}
),

indicators as (
    select
        indicator_code,
        topic,
        aggregation
    from {{ ref('indicators') }}
),

own_reports as (
    select report_id from consecutive
    union distinct
    select last_report_id as report_id from consecutive
),

cells as (
    select
        observations.report_id,
        indicators.topic,
        observations.indicator_code,
        observations.member_key,
        min(indicators.aggregation) as aggregation,
        min(observations.observation_id) as observation_id,
        min(observations.value) as value,
        count(case
            when
                observations.status = 'unreadable'
                or observations.qualifier <> 'exact'
                or observations.confidence < {{ var('preferred_confidence_min') }}
                then 1
        end) as doubts,
        max(observations.value) as greatest_value
    from {{ ref('int_observations') }} as observations
    inner join own_reports on observations.report_id = own_reports.report_id
    inner join indicators on observations.indicator_code = indicators.indicator_code
    where
        observations.source_kind = 'table'
        and observations.basis = 'current'
        and (observations.value <> 0 or observations.status = 'unreadable')
    group by observations.report_id, indicators.topic, observations.indicator_code, observations.member_key
),

doubtful as (
    select distinct
        report_id,
        topic
    from cells
    where doubts > 0 or value <> greatest_value
),

figures as (
    select
        cells.report_id,
        cells.topic,
        cells.indicator_code,
        cells.member_key,
        cells.aggregation,
        cells.observation_id,
        cells.value
    from cells
    left join doubtful on cells.report_id = doubtful.report_id and cells.topic = doubtful.topic
    where doubtful.report_id is null
),

different_numbers as (
    select distinct
        report_id,
        topic,
        abs(value) as value
    from figures
    where aggregation = 'sum'
),

-- How much a topic says: the digits of its different numbers, before the decimal point.
telling as (
    select
        report_id,
        topic
    from different_numbers
    group by report_id, topic
    having sum(length(cast(cast(floor(value) as bigint) as string))) >= {{ var('copied_digits_min') }}
),

compared as (
    select distinct
        consecutive.report_id,
        consecutive.last_report_id,
        consecutive.years,
        telling.topic
    from consecutive
    inner join telling on consecutive.report_id = telling.report_id
    inner join figures as last_figures on consecutive.last_report_id = last_figures.report_id and telling.topic = last_figures.topic
),

pairs as (
    select
        compared.report_id,
        compared.topic,
        figures.indicator_code || '/' || figures.member_key as figure,
        figures.observation_id as this_id,
        last_figures.observation_id as last_id,
        coalesce(figures.value = last_figures.value, false) as is_same
    from compared
    inner join figures on compared.report_id = figures.report_id and compared.topic = figures.topic
    left join figures as last_figures
        on
            compared.last_report_id = last_figures.report_id
            and figures.indicator_code = last_figures.indicator_code
            and figures.member_key = last_figures.member_key
    union all
    -- a number of last year that this year doesn't have
    select
        compared.report_id,
        compared.topic,
        last_figures.indicator_code || '/' || last_figures.member_key as figure,
        cast(null as string) as this_id,
        last_figures.observation_id as last_id,
        false as is_same
    from compared
    inner join figures as last_figures on compared.last_report_id = last_figures.report_id and compared.topic = last_figures.topic
    left join figures
        on
            compared.report_id = figures.report_id
            and last_figures.indicator_code = figures.indicator_code
            and last_figures.member_key = figures.member_key
    where figures.report_id is null
),

judged as (
    select
        compared.report_id,
        compared.topic,
        min(compared.years) as years,
        count(*) as numbers,
        count(case when pairs.is_same then 1 end) as same,
        count(*) > count(case when pairs.is_same then 1 end) as holds
    from compared
    inner join pairs on compared.report_id = pairs.report_id and compared.topic = pairs.topic
    group by compared.report_id, compared.topic
),

-- What proves a copy is every number of both reports; what disproves it, the first that differs.
proofs as (
    select
        pairs.report_id,
        pairs.topic,
        concat_ws(',', pairs.this_id, pairs.last_id) as ids,
        judged.holds,
        row_number() over (partition by pairs.report_id, pairs.topic order by pairs.is_same asc, pairs.figure asc) as place
    from pairs
    inner join judged on pairs.report_id = judged.report_id and pairs.topic = judged.topic
),

joined as (
    select
        report_id,
        topic,
        {{ running_listagg('ids', ',', 'proofs_so_far') }} as evidence,
        lead(place) over (partition by report_id, topic order by place) as next_place
    from proofs
    where place = 1 or not holds
    window proofs_so_far as (
        partition by report_id, topic
        order by place
        rows between unbounded preceding and current row
    )
)

select
    {{ surrogate_key(['judged.report_id', 'rule.rule_id', 'judged.years', 'judged.topic']) }} as finding_id,
    judged.report_id,
    rule.rule_id,
    judged.years || '/' || judged.topic as instance,
    rule.relation,
    rule.statement_zh || '（' || topics.name_zh || '）：两年的表中不为零的 ' || cast(judged.numbers as string) || ' 个数中，'
    || cast(judged.same as string) || ' 个两年相同'
    || case when judged.holds then '，成立' else '，不成立' end as statement,
    cast(judged.same as decimal(20, 6)) as lhs,
    cast(judged.numbers as decimal(20, 6)) as rhs,
    cast(judged.same - judged.numbers as decimal(20, 6)) as difference,
    cast(rule.tolerance as decimal(20, 6)) as tolerance,
    judged.holds,
    rule.severity,
    case when not judged.holds then rule.cause end as explanation,
    joined.evidence
from judged
cross join rule
inner join topics on judged.topic = topics.topic
inner join joined
    on
        judged.report_id = joined.report_id
        and judged.topic = joined.topic
        and joined.next_place is null
