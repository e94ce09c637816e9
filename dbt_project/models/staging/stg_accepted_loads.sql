with loads as (select * from {{ source('staging', 'delivery_ledger') }})

select
    delivery,
    load_id,
    reason,
    documents,
    reports,
    observations,
    issues,
    extractor_fingerprint,
    suite_fingerprint
from loads
where verdict = 'accepted'
