with identity_evidence as (select * from {{ source('staging', 'identity_evidence') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    identity_evidence.delivery,
    identity_evidence.load_id,
    identity_evidence.document_id,
    identity_evidence.report_id,
    identity_evidence.evidence_id,
    identity_evidence.field,
    identity_evidence.stated_value,
    identity_evidence.source,
    identity_evidence.is_chosen,
    identity_evidence.quote,
    identity_evidence.page,
    identity_evidence.line,
    identity_evidence.char_start,
    identity_evidence.char_end
from identity_evidence
inner join accepted
    on identity_evidence.delivery = accepted.delivery and identity_evidence.load_id = accepted.load_id
