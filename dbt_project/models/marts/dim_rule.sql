with rules as (select * from {{ ref('rules') }}),

relations as (select * from {{ ref('rule_relations') }})

select
    rules.rule_id,
    rules.statement_zh,
    rules.boundary,
    rules.severity,
    rules.rationale,
    relations.relation
from rules
left join relations on rules.rule_id = relations.rule_id
