with findings as (select * from {{ ref('int_arithmetic_findings') }}),

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
    cast(null as string) as explanation,
    findings.evidence
from findings
inner join reports on findings.report_id = reports.report_id
