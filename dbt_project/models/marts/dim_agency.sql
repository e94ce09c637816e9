-- No agency is known yet: the table keeps its place and its contract, so that users can join it.
select
    cast(null as string) as agency_id,
    cast(null as string) as name_zh,
    cast(null as string) as agency_kind,
    cast(null as string) as region_code,
    cast(null as string) as parent_agency_id
where false
