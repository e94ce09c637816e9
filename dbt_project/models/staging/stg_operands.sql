with operands as (select * from {{ source('staging', 'operands') }}),

accepted as (
    select
        delivery,
        load_id
    from {{ ref('stg_accepted_loads') }}
)

select
    operands.delivery,
    operands.load_id,
    operands.document_id,
    operands.report_id,
    operands.operand_id,
    operands.relation_id,
    operands.rule_id,
    operands.role,
    operands.position,
    operands.sign,
    operands.value,
    operands.decimals,
    operands.label,
    operands.value_printed,
    operands.value_start,
    operands.line,
    operands.explanation
from operands
inner join accepted
    on operands.delivery = accepted.delivery and operands.load_id = accepted.load_id
