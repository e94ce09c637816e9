{#- Whether rows are told at the own place of their content: a content lies in several deliveries, its facts are published once.
    `rows` is the table's name in the query, `documents` is int_documents there. -#}
{% macro at_own_place(rows) -%}
    {{ rows }}.document_id = documents.document_id
    and {{ rows }}.delivery = documents.delivery
    and {{ rows }}.load_id = documents.load_id
{%- endmacro %}
