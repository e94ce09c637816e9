with observations as (select * from {{ source('staging', 'observations') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    observations.delivery,
    observations.load_id,
    observations.document_id,
    observations.report_id,
    observations.observation_id,
    observations.indicator_code,
    observations.member_code,
    observations.member_label,
    observations.member_key,
    observations.basis,
    observations.value,
    observations.unit,
    observations.value_printed,
    observations.unit_printed,
    observations.qualifier,
    observations.status,
    observations.source_kind,
    observations.page,
    observations.line,
    observations.char_start,
    observations.char_end,
    observations.value_start,
    observations.value_end,
    observations.quote,
    observations.table_index,
    observations.row_index,
    observations.column_index,
    observations.row_path,
    observations.column_path,
    observations.text_origin,
    observations.recogniser_id,
    observations.confidence,
    observations.is_span_inside,
    observations.is_quote_text,
    observations.is_value_in_quote
from observations
inner join accepted
    on observations.delivery = accepted.delivery and observations.load_id = accepted.load_id
