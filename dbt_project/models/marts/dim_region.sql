-- No region is known yet: the table keeps its place and its contract, so that users can join it.
select
    cast(null as string) as region_code,
    cast(null as string) as name_zh,
    cast(null as string) as region_level,
    cast(null as string) as parent_region_code,
    cast(null as string) as province,
    cast(null as string) as prefecture,
    cast(null as string) as county,
    cast(null as string) as township
where false
