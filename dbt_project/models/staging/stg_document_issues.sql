with document_issues as (select * from {{ source('staging', 'document_issues') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    document_issues.delivery,
    document_issues.load_id,
    document_issues.document_id,
    document_issues.issue_id,
    document_issues.source_file,
    document_issues.stage,
    document_issues.reason,
    document_issues.detail,
    document_issues.remedy,
    document_issues.page,
    document_issues.line,
    document_issues.char_start,
    document_issues.char_end
from document_issues
inner join accepted
    on document_issues.delivery = accepted.delivery and document_issues.load_id = accepted.load_id
