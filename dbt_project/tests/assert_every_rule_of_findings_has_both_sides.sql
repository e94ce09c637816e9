{{ config(meta={'rule_id': 'warehouse.finding_rules_have_parts', 'dagster': {'ref': {'name': 'rules'}}}) }}
-- A rule without a relation, or one on tables without a left or a right side, would never be evaluated, and nobody would notice.
with sides as (
    select
        rule_id,
        count(case when side = 'lhs' and presence = 'required' then 1 end) as lhs_parts,
        count(case when side = 'rhs' and presence = 'required' then 1 end) as rhs_parts
    from {{ ref('rule_parts') }}
    group by rule_id
)

select rules.rule_id
from {{ ref('rules') }} as rules
left join sides on rules.rule_id = sides.rule_id
left join {{ ref('rule_relations') }} as relations on rules.rule_id = relations.rule_id
where
    rules.boundary = 'report'
    and (
        relations.rule_id is null
        or (
            relations.implemented_in in ('int_arithmetic_findings', 'int_across_years_findings')
            and (coalesce(sides.lhs_parts, 0) = 0 or coalesce(sides.rhs_parts, 0) = 0)
        )
    )
