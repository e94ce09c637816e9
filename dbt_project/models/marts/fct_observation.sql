with observations as (select * from {{ ref('int_observations') }}),

preferred as (select observation_id from {{ ref('int_preferred_observations') }})

select
    observations.observation_id,
    observations.report_id,
    observations.source_file,
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
    preferred.observation_id is not null as is_preferred,
    observations.status <> 'unreadable' and observations.confidence < {{ var('preferred_confidence_min') }} as needs_review
from observations
left join preferred on observations.observation_id = preferred.observation_id
