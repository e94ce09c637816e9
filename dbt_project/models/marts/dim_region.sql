-- One row a code: its newest name, where it lies, what it was called before and what it became.
with regions as (select * from {{ ref('regions') }}),

ordered as (
    select
        *,
        row_number() over (partition by region_code order by coalesce(valid_to, 9999) desc, name_zh asc) as recency,
        min(coalesce(valid_from, 0)) over (partition by region_code) as first_year
    from regions
),

newest as (
    select * from ordered
    where recency = 1
),

listed as (
    select
        region_code,
        {{ running_listagg('name_zh', '、', 'before') }} as former_names,
        row_number() over (partition by region_code order by recency) as position
    from ordered
    where recency > 1
    window before as (partition by region_code order by recency desc rows between unbounded preceding and current row)
),

former as (
    select
        region_code,
        former_names
    from listed
    where position = 1
),

placed as (
    select
        newest.*,
        above.region_level as level_1,
        above.name_zh as name_1,
        higher.region_level as level_2,
        higher.name_zh as name_2,
        highest.name_zh as name_3
    from newest
    left join newest as above on newest.parent_region_code = above.region_code
    left join newest as higher on above.parent_region_code = higher.region_code
    left join newest as highest on higher.parent_region_code = highest.region_code
)

select
    placed.region_code,
    placed.name_zh,
    placed.region_level,
    placed.parent_region_code,
    coalesce(placed.name_3, placed.name_2, placed.name_1, placed.name_zh) as province,
    case
        when placed.region_level = 'prefecture' then placed.name_zh
        when placed.level_1 = 'prefecture' then placed.name_1
        when placed.level_2 = 'prefecture' then placed.name_2
    end as prefecture,
    case
        when placed.region_level = 'county' then placed.name_zh
        when placed.level_1 = 'county' then placed.name_1
    end as county,
    case when placed.region_level = 'township' then placed.name_zh end as township,
    nullif(placed.first_year, 0) as valid_from,
    placed.valid_to,
    former.former_names,
    placed.successor_code as successor_region_code,
    placed.change as succession
from placed
left join former on placed.region_code = former.region_code
