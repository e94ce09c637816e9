with tasks as (select * from {{ ref('stg_tasks') }}),

documents as (
    select
        document_id,
        delivery,
        load_id,
        source_file
    from {{ ref('int_documents') }}
)

select
    tasks.task_id,
    tasks.report_id,
    documents.source_file,
    tasks.number,
    tasks.topic_path,
    tasks.text,
    tasks.page,
    tasks.line,
    tasks.char_start,
    tasks.char_end
from tasks
inner join documents
    on
        tasks.document_id = documents.document_id
        and tasks.delivery = documents.delivery
        and tasks.load_id = documents.load_id
