with tasks as (select * from {{ ref('stg_tasks') }}),

documents as (select * from {{ ref('int_documents') }})

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
inner join documents on {{ at_own_place('tasks') }}
