-- Which documents are versions of one report, and which version is current.
-- A series is publisher + year + type (the agency where it is known, so that two spellings are one series);
-- a quarterly report also needs its period, or the four quarters would replace each other.
-- Where one of these is not stated, nothing proves that two documents are the same report: each is a series of its own.
with reports as (select * from {{ ref('stg_reports') }}),

documents as (select * from {{ ref('int_documents') }}),

identified as (
    select
        reports.report_id,
        reports.document_id,
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
        reports.numerals_unexplained,
        documents.source_file,
        documents.delivery,
        documents.latest_retrieved_at,
        case
            when reports.agency_region_code is not null and reports.office is not null
                then {{ surrogate_key(['reports.agency_region_code', 'reports.office']) }}
        end as agency_id,
        case when reports.document_type = 'quarterly_report' then reports.period_end end as series_period
    from reports
    inner join documents on {{ at_own_place('reports') }}
),

published as (
    select
        *,
        -- Who publishes, over all years: the agency, else the printed name, in which full-width and plain blanks are layout.
        coalesce(agency_id, replace(replace(publisher, ' ', ''), '　', '')) as publisher_key
    from identified
),

grouped as (
    select
        *,
        case
            when publisher_key is null or report_year is null or document_type is null then report_id
            when document_type = 'quarterly_report' and series_period is null then report_id
            else {{ surrogate_key(['publisher_key', 'report_year', 'document_type', 'series_period']) }}
        end as report_series_id,
        case
            when publisher_key is not null and report_year is not null and document_type <> 'quarterly_report'
                then {{ surrogate_key(['publisher_key', 'document_type']) }}
        end as yearly_series_id
    from published
),

ranked as (
    select
        *,
        row_number() over (
            partition by report_series_id
            order by
                published_date desc nulls last,
                signed_date desc nulls last,
                latest_retrieved_at desc nulls last,
                delivery desc,
                document_id desc
        ) as version_rank
    from grouped
)

select
    report_id,
    report_series_id,
    yearly_series_id,
    version_rank = 1 as is_current,
    document_id,
    source_file,
    delivery,
    title,
    document_type,
    publisher,
    agency_id,
    region_code,
    province,
    prefecture,
    county,
    township,
    government_level,
    office,
    agency_region_code,
    report_year,
    period_start,
    period_end,
    signed_date,
    filled_date,
    published_date,
    document_number,
    index_number,
    form_generations,
    numerals_total,
    numerals_unexplained
from ranked
