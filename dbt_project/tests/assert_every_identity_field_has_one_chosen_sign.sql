-- What dim_report says of a report's publisher, year, days and numbers is what its one chosen sign says, and nothing without a sign.
-- Rows that older code read have no signs: they stay until their delivery is accepted again.
with evidence as (select * from {{ ref('fct_identity_evidence') }}),

reports as (
    select *
    from {{ ref('dim_report') }}
    where report_id in (select evidence.report_id from evidence)
),

stated as (
    select
        report_id,
        'publisher' as field,
        cast(publisher as string) as value
    from reports
    where publisher is not null
    union all
    select
        report_id,
        'report_year' as field,
        cast(report_year as string) as value
    from reports
    where report_year is not null
    union all
    select
        report_id,
        'period_start' as field,
        cast(period_start as string) as value
    from reports
    where period_start is not null
    union all
    select
        report_id,
        'period_end' as field,
        cast(period_end as string) as value
    from reports
    where period_end is not null
    union all
    select
        report_id,
        'signed_date' as field,
        cast(signed_date as string) as value
    from reports
    where signed_date is not null
    union all
    select
        report_id,
        'filled_date' as field,
        cast(filled_date as string) as value
    from reports
    where filled_date is not null
    union all
    select
        report_id,
        'published_date' as field,
        cast(published_date as string) as value
    from reports
    where published_date is not null
    union all
    select
        report_id,
        'document_number' as field,
        cast(document_number as string) as value
    from reports
    where document_number is not null
    union all
    select
        report_id,
        'index_number' as field,
        cast(index_number as string) as value
    from reports
    where index_number is not null
),

chosen as (
    select
        report_id,
        field,
        stated_value as value
    from evidence
    where is_chosen and field not in ('document_type', 'title')
)

select
    coalesce(stated.report_id, chosen.report_id) as report_id,
    coalesce(stated.field, chosen.field) as field,
    stated.value as stated_value,
    chosen.value as chosen_value
from stated
full outer join chosen
    on stated.report_id = chosen.report_id and stated.field = chosen.field and stated.value = chosen.value
where stated.report_id is null or chosen.report_id is null
