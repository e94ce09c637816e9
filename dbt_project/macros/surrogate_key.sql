{#- A key that depends on nothing but its parts: their text in the order given, NULL as the empty text, joined by a bar, as MD5.
    The same on DuckDB and Spark. -#}
{% macro surrogate_key(parts) -%}
    md5({% for part in parts %}coalesce(cast({{ part }} as string), ''){% if not loop.last %} || '|' || {% endif %}{% endfor %})
{%- endmacro %}
