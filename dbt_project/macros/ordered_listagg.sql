{#- The texts of a group, joined in a stated order: `sort_text` is compared as text, so numbers in it must be padded.
    NULL where no row fulfils `condition`. Each engine has its own word for an ordered aggregate, hence the dispatch. -#}
{% macro ordered_listagg(expression, separator, sort_text, condition='true') -%}
    {{ return(adapter.dispatch('ordered_listagg', 'gongkai')(expression, separator, sort_text, condition)) }}
{%- endmacro %}

{% macro default__ordered_listagg(expression, separator, sort_text, condition) -%}
    string_agg({{ expression }}, '{{ separator }}' order by {{ sort_text }}) filter (where {{ condition }})
{%- endmacro %}

{#- Sorting the collected list is many times faster on DuckDB, and leaner, than `string_agg(… order by …)` over many small groups. -#}
{% macro duckdb__ordered_listagg(expression, separator, sort_text, condition) -%}
    array_to_string(
        list_transform(
            list_sort(list({sort_text: {{ sort_text }}, item: {{ expression }}}) filter (where {{ condition }})),
            lambda entry: entry.item
        ),
        '{{ separator }}'
    )
{%- endmacro %}

{% macro spark__ordered_listagg(expression, separator, sort_text, condition) -%}
    nullif(
        array_join(
            transform(
                array_sort(collect_list(struct({{ sort_text }} as sort_text, {{ expression }} as item)) filter (where {{ condition }})),
                entry -> entry.item
            ),
            '{{ separator }}'
        ),
        ''
    )
{%- endmacro %}
