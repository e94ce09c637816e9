with reports as (select * from {{ source('staging', 'reports') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    reports.delivery,
    reports.load_id,
    reports.document_id,
    reports.report_id,
    reports.title,
    reports.document_type,
    reports.publisher,
    reports.region_code,
    reports.province,
    reports.prefecture,
    reports.county,
    reports.township,
    reports.government_level,
    reports.office,
    reports.agency_region_code,
    reports.report_year,
    reports.period_start,
    reports.period_end,
    reports.signed_date,
    reports.filled_date,
    reports.published_date,
    reports.document_number,
    reports.index_number,
    reports.form_generations,
    reports.numerals_total,
    reports.numerals_unexplained
from reports
inner join accepted
    on reports.delivery = accepted.delivery and reports.load_id = accepted.load_id
