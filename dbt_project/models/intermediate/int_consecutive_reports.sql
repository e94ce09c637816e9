-- Reports of one publisher about two years that follow each other, current versions only: what the later one says can be held against
-- the earlier one. A printed name that several places bear is no proof of one publisher: nothing is held against another office's report.
with ambiguous as (
    select distinct
        document_id,
        delivery
    from {{ ref('stg_document_issues') }}
    where reason = 'ambiguous_region'
),

reports as (
    select
        versions.report_id,
        versions.yearly_series_id,
        versions.report_year
    from {{ ref('int_report_versions') }} as versions
    left join ambiguous on versions.document_id = ambiguous.document_id and versions.delivery = ambiguous.delivery
    where
        versions.is_current
        and versions.yearly_series_id is not null
        and (versions.agency_id is not null or ambiguous.document_id is null)
)

select
    this_year.report_id,
    last_year.report_id as last_report_id,
    this_year.report_year,
    cast(last_year.report_year as string) || '-' || cast(this_year.report_year as string) as years
from reports as this_year
inner join reports as last_year
    on this_year.yearly_series_id = last_year.yearly_series_id and this_year.report_year = last_year.report_year + 1
