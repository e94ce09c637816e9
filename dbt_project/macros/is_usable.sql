{#- Whether a figure can be computed with: printed or said to be zero, exactly, and read surely enough. -#}
{% macro is_usable() -%}
    status in ('reported', 'stated_zero')
    and qualifier = 'exact'
    and confidence >= {{ var('preferred_confidence_min') }}
{%- endmacro %}
