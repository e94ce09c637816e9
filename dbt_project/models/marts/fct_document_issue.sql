-- Issues of a content stand once, at its own place; those of a file (it could not be taken, its sidecar is damaged) where it lay.
with issues as (select * from {{ ref('stg_document_issues') }}),

documents as (
    select
        document_id,
        delivery,
        load_id,
        source_file
    from {{ ref('int_documents') }}
),

placed as (
    select
        issues.issue_id,
        issues.document_id,
        case when issues.stage = 'inbox' then issues.delivery else coalesce(documents.delivery, issues.delivery) end as delivery,
        case
            when issues.stage = 'inbox' then issues.source_file
            else coalesce(documents.source_file, issues.source_file)
        end as source_file,
        issues.stage,
        issues.reason,
        issues.detail,
        issues.remedy,
        issues.page,
        issues.line,
        issues.char_start,
        issues.char_end,
        row_number() over (
            partition by issues.issue_id
            order by issues.delivery asc, issues.source_file asc nulls last, issues.load_id asc
        ) as place_rank
    from issues
    left join documents on issues.document_id = documents.document_id
    where
        documents.document_id is null
        or issues.stage = 'inbox'
        or (issues.delivery = documents.delivery and issues.load_id = documents.load_id)
)

select
    issue_id,
    document_id,
    delivery,
    source_file,
    stage,
    reason,
    detail,
    remedy,
    page,
    line,
    char_start,
    char_end
from placed
where place_rank = 1
