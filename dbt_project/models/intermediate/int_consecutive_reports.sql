-- Reports of one publisher about two years that follow each other, current versions only: what the later one says can be held against
-- the earlier one.
with reports as (
    select
        report_id,
        yearly_series_id,
        report_year
    from {{ ref('int_report_versions') }}
    where is_current and yearly_series_id is not null
)

select
    this_year.report_id,
    last_year.report_id as last_report_id,
    this_year.report_year,
    cast(last_year.report_year as string) || '-' || cast(this_year.report_year as string) as years
from reports as this_year
inner join reports as last_year
    on this_year.yearly_series_id = last_year.yearly_series_id and this_year.report_year = last_year.report_year + 1
