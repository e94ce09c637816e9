-- The figures of each content once: those of its own place (int_documents), not of the copies in other deliveries.
with observations as (select * from {{ ref('stg_observations') }}),

documents as (select * from {{ ref('int_documents') }})

select
    observations.observation_id,
    observations.report_id,
    documents.source_file,
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
    observations.confidence
from observations
inner join documents on {{ at_own_place('observations') }}
