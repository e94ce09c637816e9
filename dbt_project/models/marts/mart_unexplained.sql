-- What stands around the numbers that nothing explains, commonest first: the next wording to add.
{%- set separators = '，。；：、,;:（）()！？!?' %}
with quantities as (
    select * from {{ ref('fct_quantity') }}
    where numeral_class = 'bare'
),

reports as (
    select report_id from {{ ref('dim_report') }}
    where is_current
),

-- twelve characters before and eight behind
windows as (
    select
        quantities.quantity_id,
        quantities.report_id,
        quantities.source_file,
        quantities.line,
        quantities.value_start,
        quantities.value_printed,
        quantities.quote,
        substr(
            quantities.quote,
            greatest(quantities.value_start - quantities.char_start - 11, 1),
            least(quantities.value_start - quantities.char_start, 12)
        ) as printed_before,
        substr(quantities.quote, quantities.value_end - quantities.char_start + 1, 8) as printed_behind
    from quantities
    inner join reports on quantities.report_id = reports.report_id
),

surroundings as (
    select
        quantity_id,
        report_id,
        source_file,
        line,
        value_start,
        value_printed,
        quote,
        {{ digits_as_n('printed_before') }} as words_before,
        {{ digits_as_n('printed_behind') }} as words_behind
    from windows
),

-- of these the clause; a number that a mark parts from all words keeps what stands before the mark
contexts as (
    select
        quantity_id,
        report_id,
        source_file,
        line,
        value_start,
        value_printed,
        quote,
        coalesce(nullif(regexp_extract(words_before, '[^{{ separators }}]*$', 0), ''), words_before)
        || 'N'
        || regexp_extract(words_behind, '^[^{{ separators }}]*', 0) as context
    from surroundings
),

counted as (
    select
        context,
        count(*) as numerals,
        count(distinct report_id) as report_count
    from contexts
    group by context
),

examples as (
    select
        context,
        source_file,
        line,
        value_printed,
        quote
    from contexts
    qualify row_number() over (partition by context order by source_file, value_start, quantity_id) = 1
)

select
    {{ surrogate_key(['counted.context']) }} as context_id,
    cast(row_number() over (order by counted.numerals desc, counted.report_count desc, counted.context asc) as integer) as frequency_rank,
    counted.context,
    cast(counted.numerals as integer) as numerals,
    cast(counted.report_count as integer) as report_count,
    examples.source_file,
    examples.line,
    examples.value_printed,
    examples.quote
from counted
inner join examples on counted.context = examples.context
