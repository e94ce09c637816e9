-- One row a figure of the load. Quotes, labels and printed numbers are not read: upstream has said in booleans what they must satisfy.
with dictionary as (
    select
        unnest($indicator_codes) as indicator_code,
        unnest($indicator_units) as unit
),

load_reports as (
    select distinct report_id, document_id
    from staging.reports
    where delivery = $delivery and load_id = $load_id
),

repeated as (
    select observation_id, count(*) as copies
    from staging.observations
    where delivery = $delivery and load_id = $load_id
    group by observation_id
    having count(*) > 1
)

select
    observations.document_id as place,
    observations.line::double as line,
    observations.indicator_code,
    observations.member_code,
    observations.basis,
    observations.status,
    observations.qualifier,
    observations.source_kind,
    observations.text_origin,
    observations.unit,
    dictionary.unit as dictionary_unit,
    observations.confidence::double as confidence,
    observations.page::double as page,
    observations.char_start::double as char_start,
    observations.char_end::double as char_end,
    observations.value_start::double as value_start,
    observations.value_end::double as value_end,
    case
        when observations.observation_id is null then 'observation_id'
        when observations.report_id is null then 'report_id'
        when observations.document_id is null then 'document_id'
        when observations.indicator_code is null then 'indicator_code'
        when observations.member_key is null then 'member_key'
        when observations.basis is null then 'basis'
        when observations.unit is null then 'unit'
        when observations.status is null then 'status'
        when observations.source_kind is null then 'source_kind'
        when observations.line is null then 'line'
        when observations.char_start is null then 'char_start'
        when observations.char_end is null then 'char_end'
        when observations.value_start is null then 'value_start'
        when observations.value_end is null then 'value_end'
        when observations.quote is null then 'quote'
        when observations.text_origin is null then 'text_origin'
        when observations.recogniser_id is null then 'recogniser_id'
        when observations.confidence is null then 'confidence'
    end as missing_field,
    coalesce(repeated.copies, 1)::double as copies,
    observations.report_id is null
    or observations.document_id is null
    or load_reports.report_id is not null as has_report,
    -- Only a difference may be below zero. Codes of differences end so in the dictionary.
    case when not regexp_matches(observations.indicator_code, '(change|yoy_rate)$') then observations.value end::double as count_or_amount,
    case when observations.status = 'stated_zero' then observations.value end::double as value_of_zero,
    observations.status not in ('reported', 'stated_zero') or observations.value is not null as has_value_if_stated,
    observations.status not in ('blank', 'not_applicable', 'unreadable') or observations.value is null as has_no_value_if_not_stated,
    observations.status <> 'blank' or observations.qualifier is null as has_no_qualifier_if_blank,
    observations.status <> 'reported' or observations.qualifier is not null as has_qualifier_if_reported,
    observations.status <> 'reported' or coalesce(observations.value_printed, '') <> '' as has_print_if_reported,
    observations.status <> 'reported'
    or observations.value_start is null
    or observations.value_end is null
    or observations.value_start <> observations.value_end as has_width_if_reported,
    case
        when observations.member_code is not null then observations.member_key = observations.member_code
        when observations.member_label is null then observations.member_key = 'total'
        else observations.member_key <> ''
    end as is_member_key_derived,
    observations.source_kind <> 'table'
    or (observations.table_index is not null and observations.row_index is not null and observations.column_index is not null)
        as has_cell_if_table,
    least(observations.table_index, observations.row_index, observations.column_index)::double as lowest_table_coordinate,
    coalesce(observations.is_span_inside, false) as is_span_inside,
    coalesce(observations.is_quote_text, false) as is_quote_text,
    coalesce(observations.is_value_in_quote, false) as is_value_in_quote
from staging.observations as observations
left join dictionary on observations.indicator_code = dictionary.indicator_code
left join load_reports on observations.report_id = load_reports.report_id and observations.document_id = load_reports.document_id
left join repeated on observations.observation_id = repeated.observation_id
where observations.delivery = $delivery and observations.load_id = $load_id
