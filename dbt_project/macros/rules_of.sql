{#- The rules that a model of findings evaluates: what it says of them, and how their two sides compare. -#}
{% macro rules_of(model_name) -%}
    select
        rules.rule_id,
        rules.statement_zh,
        rules.severity,
        relations.relation,
        relations.tolerance,
        relations.source_kinds
    from {{ ref('rule_relations') }} as relations
    inner join {{ ref('rules') }} as rules on relations.rule_id = rules.rule_id
    where relations.implemented_in = '{{ model_name }}'
{%- endmacro %}
