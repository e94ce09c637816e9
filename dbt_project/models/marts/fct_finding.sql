-- The models that are unioned here are tables, but for the smallest: evaluated all in one statement they would share its memory.
{% set models = [
    'int_arithmetic_findings',
    'int_relation_findings',
    'int_numbering_findings',
    'int_agreement_findings',
    'int_across_years_findings',
    'int_copied_table_findings',
] %}
with findings as (
    {% for model in models %}
        select
            finding_id,
            report_id,
            rule_id,
            instance,
            relation,
            statement,
            lhs,
            rhs,
            difference,
            tolerance,
            holds,
            severity,
            explanation,
            evidence
        from {{ ref(model) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

reports as (
    select
        report_id,
        source_file
    from {{ ref('dim_report') }}
)

select
    findings.finding_id,
    findings.report_id,
    reports.source_file,
    findings.rule_id,
    findings.instance,
    findings.relation,
    findings.statement,
    findings.lhs,
    findings.rhs,
    findings.difference,
    findings.tolerance,
    findings.holds,
    findings.severity,
    findings.explanation,
    findings.evidence
from findings
inner join reports on findings.report_id = reports.report_id
