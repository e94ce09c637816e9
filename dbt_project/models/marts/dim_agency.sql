-- Who publishes: one office of one place, whatever it is called in print and whatever its place was called in the year.
-- Mergers and renamings of offices are told, never acted on: figures of two agencies stay apart.
with reports as (
    select * from {{ ref('int_report_versions') }}
    where agency_id is not null
),

regions as (select * from {{ ref('dim_region') }}),

changes as (select * from {{ ref('agency_changes') }}),

agencies as (
    select
        agency_id,
        agency_region_code as region_code,
        office,
        min(report_year) as first_report_year,
        max(report_year) as last_report_year
    from reports
    group by agency_id, agency_region_code, office
),

spellings as (
    select distinct
        agency_id,
        publisher
    from reports
),

listed as (
    select
        agency_id,
        {{ running_listagg('publisher', '、', 'so_far') }} as printed_names,
        row_number() over (partition by agency_id order by publisher desc) as position
    from spellings
    window so_far as (partition by agency_id order by publisher rows between unbounded preceding and current row)
),

succeeding as (
    select
        *,
        count(*) over (partition by office) as choices
    from changes
)

select
    agencies.agency_id,
    case when regions.region_level = 'township' then coalesce(regions.county, '') else '' end
    || case
        when agencies.office = '街道办事处' and regions.name_zh like '%街道' then regions.name_zh || '办事处'
        else regions.name_zh || agencies.office
    end as name_zh,
    case
        when agencies.office = '人民政府' then 'government'
        when agencies.office like '人民政府办公%' then 'government_office'
        when agencies.office = '街道办事处' then 'subdistrict_office'
        when agencies.office like '%区管理委员会' or agencies.office like '%区管委会' then 'zone_committee'
        when right(agencies.office, 1) in ('局', '厅', '委', '办', '处') then 'department'
        when right(agencies.office, 2) in ('总队', '支队', '大队') or right(agencies.office, 3) in ('委员会', '办公室') then 'department'
        else 'other'
    end as agency_kind,
    agencies.region_code,
    parents.agency_id as parent_agency_id,
    agencies.office,
    listed.printed_names,
    agencies.first_report_year,
    agencies.last_report_year,
    succeeding.successor_office,
    succeeding.change_year as succession_year,
    succeeding.change as succession,
    successors.agency_id as successor_agency_id
from agencies
inner join listed on agencies.agency_id = listed.agency_id and listed.position = 1
inner join regions on agencies.region_code = regions.region_code
left join agencies as parents
    on agencies.region_code = parents.region_code and parents.office = '人民政府' and agencies.office <> '人民政府'
-- an office whose tasks went to several others has no one successor
left join succeeding on agencies.office = succeeding.office and succeeding.choices = 1
left join agencies as successors
    on agencies.region_code = successors.region_code and succeeding.successor_office = successors.office
