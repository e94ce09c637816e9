with versions as (select * from {{ ref('int_report_versions') }})

select
    report_id,
    report_series_id,
    is_current,
    document_id,
    source_file,
    delivery,
    title,
    document_type,
    publisher,
    cast(null as string) as agency_id,
    cast(null as string) as region_code,
    cast(null as string) as province,
    cast(null as string) as prefecture,
    cast(null as string) as county,
    cast(null as string) as township,
    report_year,
    period_start,
    period_end,
    signed_date,
    published_date,
    document_number,
    index_number,
    form_generations,
    numerals_total,
    numerals_unexplained
from versions
