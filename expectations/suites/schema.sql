-- One row a column that the gate relies on: its type as declared in columns.csv beside this file, and as staging has it.
with declared as (
    select
        unnest($declared_tables) as table_name,
        unnest($declared_columns) as column_name,
        unnest($declared_types) as declared_type
)

select
    declared.table_name || '.' || declared.column_name as place,
    columns.data_type as actual_type,
    declared.declared_type
from declared
left join information_schema.columns as columns
    on
        columns.table_schema = 'staging'
        and columns.table_name = declared.table_name
        and columns.column_name = declared.column_name
        and columns.table_catalog = current_database()
order by place
