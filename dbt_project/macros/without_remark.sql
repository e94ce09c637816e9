{#- The name of an indicator in a sentence: its remark on what the member column holds is for readers of the dictionary. -#}
{% macro without_remark(name) -%}
    regexp_replace({{ name }}, '（(member=|basis )[^）]*）', '')
{%- endmacro %}
