-- The classes of a report's numerals sum to all of them, and the class bare to those that nothing explains.
with reports as (select * from {{ ref('dim_report') }}),

numeral_counts as (select * from {{ ref('fct_numeral_count') }}),

counted as (
    select
        report_id,
        sum(numerals) as numerals_total,
        sum(case when numeral_class = 'bare' then numerals else 0 end) as numerals_unexplained
    from numeral_counts
    group by report_id
)

select
    reports.report_id,
    reports.source_file,
    reports.numerals_total,
    counted.numerals_total as counted_total,
    reports.numerals_unexplained,
    counted.numerals_unexplained as counted_unexplained
from reports
left join counted on reports.report_id = counted.report_id
where
    coalesce(reports.numerals_total, 0) <> coalesce(counted.numerals_total, 0)
    or coalesce(reports.numerals_unexplained, 0) <> coalesce(counted.numerals_unexplained, 0)
