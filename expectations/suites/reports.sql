-- One row a report of the load. Title, publisher and numbers of the report are not read: nothing that is printed comes into a frame.
with observations as (
    select report_id, count(*) as rows_held
    from staging.observations
    where delivery = $delivery and load_id = $load_id
    group by report_id
),

read_documents as (
    select distinct document_id
    from staging.documents
    where delivery = $delivery and load_id = $load_id and outcome = 'read'
),

repeated as (
    select report_id, count(*) as copies
    from staging.reports
    where delivery = $delivery and load_id = $load_id
    group by report_id
    having count(*) > 1
)

select
    reports.document_id as place,
    reports.document_type,
    case
        when reports.report_id is null then 'report_id'
        when reports.document_id is null then 'document_id'
        when reports.document_type is null then 'document_type'
    end as missing_field,
    coalesce(repeated.copies, 1)::double as copies,
    reports.document_id is null or read_documents.document_id is not null as is_document_read,
    reports.report_year::double as report_year,
    reports.numerals_total::double as numerals_total,
    reports.numerals_unexplained::double as numerals_unexplained,
    coalesce(reports.form_generations, '') = ''
    or reports.document_type not in ('annual_report', 'work_summary', 'quarterly_report')
    or observations.rows_held is not null as has_observations_if_form,
    reports.document_type not in ('interpretation', 'notice', 'blank_form', 'other')
    or observations.rows_held is null as has_figures_only_if_report
from staging.reports as reports
left join observations on reports.report_id = observations.report_id
left join read_documents on reports.document_id = read_documents.document_id
left join repeated on reports.report_id = repeated.report_id
where reports.delivery = $delivery and reports.load_id = $load_id
order by reports.document_id, reports.report_id
