with tasks as (select * from {{ source('staging', 'tasks') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    tasks.delivery,
    tasks.load_id,
    tasks.document_id,
    tasks.report_id,
    tasks.task_id,
    tasks.number,
    tasks.topic_path,
    tasks.text,
    tasks.page,
    tasks.line,
    tasks.char_start,
    tasks.char_end
from tasks
inner join accepted
    on tasks.delivery = accepted.delivery and tasks.load_id = accepted.load_id
