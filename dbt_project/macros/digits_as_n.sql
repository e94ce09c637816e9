{#- A text whose numbers are N, whatever they are: 第3条、第12条 -> 第N条、第N条. Portable: no engine's flags of regexp_replace. -#}
{% macro digits_as_n(text) -%}
    replace(replace(replace(replace(
        translate({{ text }}, '0123456789０１２３４５６７８９', 'NNNNNNNNNNNNNNNNNNNN'), 'NNNN', 'N'), 'NN', 'N'), 'NN', 'N'), 'NN', 'N')
{%- endmacro %}
