-- The signs of each content once: those of its own place (int_documents), as its report is.
with evidence as (select * from {{ ref('stg_identity_evidence') }}),

documents as (select * from {{ ref('int_documents') }})

select
    evidence.evidence_id,
    evidence.report_id,
    documents.source_file,
    evidence.field,
    evidence.stated_value,
    evidence.source,
    evidence.is_chosen,
    evidence.quote,
    evidence.page,
    evidence.line,
    evidence.char_start,
    evidence.char_end
from evidence
inner join documents on {{ at_own_place('evidence') }}
