{#- The texts of a named window so far, joined in its order; NULLs are left out. The window must run from its first row to the current one,
    so its last row holds all texts. Each engine has its own word for it, hence the dispatch.
    A window and not an ordered aggregate: the states of one ordered aggregate a group stay in memory, a window's sort goes to disk. -#}
{% macro running_listagg(expression, separator, window_name) -%}
    {{ return(adapter.dispatch('running_listagg', 'gongkai')(expression, separator, window_name)) }}
{%- endmacro %}

{% macro default__running_listagg(expression, separator, window_name) -%}
    string_agg({{ expression }}, '{{ separator }}') over {{ window_name }}
{%- endmacro %}

{% macro spark__running_listagg(expression, separator, window_name) -%}
    nullif(array_join(collect_list({{ expression }}) over {{ window_name }}, '{{ separator }}'), '')
{%- endmacro %}
