-- Whether a report's numbering runs on: a row for every number that doesn't follow the one before it, and one for every run without such
-- a number. The first number of a run that doesn't open with 1 says nothing: the list may begin elsewhere.
with sections as (select * from {{ ref('stg_sections') }}),

documents as (select * from {{ ref('int_documents') }}),

rule as ({{ rules_of('int_numbering_findings') }}),

own_sections as (
    select
        sections.report_id,
        sections.run,
        sections.number,
        sections.printed,
        sections.title,
        sections.follows,
        sections.line,
        sections.char_start,
        count(*) over (partition by sections.report_id, sections.run) as run_numbers,
        count(case when sections.number <> sections.follows + 1 then 1 end) over (partition by sections.report_id, sections.run) as skips,
        min(sections.char_start) over (partition by sections.report_id, sections.run) as run_start,
        min(sections.number) over (partition by sections.report_id, sections.run) as first_number,
        max(sections.number) over (partition by sections.report_id, sections.run) as last_number
    from sections
    inner join documents on {{ at_own_place('sections') }}
),

evaluated as (
    select
        report_id,
        line,
        char_start,
        cast(number as decimal(20, 6)) as lhs,
        cast(follows + 1 as decimal(20, 6)) as rhs,
        false as holds,
        printed || title || '，前一个编号是 ' || cast(follows as string) || '，应为 ' || cast(follows + 1 as string) || '，不成立' as found
    from own_sections
    where number <> follows + 1
    union all
    select
        report_id,
        line,
        char_start,
        cast(last_number as decimal(20, 6)) as lhs,
        cast(first_number + run_numbers - 1 as decimal(20, 6)) as rhs,
        true as holds,
        printed || title || ' 起，从 ' || cast(first_number as string) || ' 到 ' || cast(last_number as string) || ' 共 '
        || cast(run_numbers as string) || ' 项，成立' as found
    from own_sections
    where skips = 0 and run_numbers > 1 and char_start = run_start
)

select
    {{ surrogate_key(['evaluated.report_id', 'rule.rule_id', 'evaluated.char_start']) }} as finding_id,
    evaluated.report_id,
    rule.rule_id,
    '第' || cast(evaluated.line as string) || '行/' || cast(evaluated.char_start as string) as instance,
    rule.relation,
    rule.statement_zh || '：' || evaluated.found as statement,
    evaluated.lhs,
    evaluated.rhs,
    cast(evaluated.lhs - evaluated.rhs as decimal(20, 6)) as difference,
    cast(rule.tolerance as decimal(20, 6)) as tolerance,
    evaluated.holds,
    rule.severity,
    cast(null as string) as explanation,
    cast(null as string) as evidence
from evaluated
cross join rule
