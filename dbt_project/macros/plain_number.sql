{#- A decimal as a reader writes it: 12.000000 -> 12, 33.570000 -> 33.57. -#}
{% macro plain_number(value) -%}
    regexp_replace(cast(cast({{ value }} as decimal(20, 6)) as string), '[.]?0+$', '')
{%- endmacro %}
