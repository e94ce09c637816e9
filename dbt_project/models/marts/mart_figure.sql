-- What BI sums: one figure a report, indicator, member and basis, of current versions only.
with figures as (
    select * from {{ ref('fct_observation') }}
    where is_preferred
),

reports as (
    select * from {{ ref('dim_report') }}
    where is_current
),

indicators as (select * from {{ ref('dim_indicator') }}),

members as (
    select
        member_code,
        name_zh
    from {{ ref('members') }}
)

select
    figures.observation_id,
    figures.report_id,
    reports.document_type,
    reports.report_year,
    reports.publisher,
    reports.agency_id,
    reports.region_code,
    reports.province,
    reports.prefecture,
    reports.county,
    reports.township,
    reports.government_level,
    figures.indicator_code,
    indicators.name_zh as indicator_name,
    indicators.topic,
    indicators.parent,
    indicators.breakdown,
    indicators.aggregation,
    indicators.is_leaf,
    figures.member_key,
    figures.member_code,
    figures.member_label,
    members.name_zh as member_name,
    figures.basis,
    figures.value,
    figures.unit,
    figures.qualifier,
    figures.status,
    figures.source_kind,
    figures.source_file
from figures
inner join reports on figures.report_id = reports.report_id
inner join indicators on figures.indicator_code = indicators.indicator_code
left join members on figures.member_code = members.member_code
