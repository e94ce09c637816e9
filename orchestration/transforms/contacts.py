"""contacts: one row a person of a roster or a signature, or a way to reach someone. Personal data: no mart reads this table."""

import polars as pl

from orchestration.transforms.batch import OF_REPORT, PLACE, Batch, identifier, per_record, place_of, table

KEY = "contact_id"
SCHEMA: dict[str, pl.DataType] = {
    **OF_REPORT,
    "contact_id": pl.String(),
    "role": pl.String(),
    "name": pl.String(),
    "position": pl.String(),
    "phone": pl.String(),
    "email": pl.String(),
    **PLACE,
}


def frame(batch: Batch) -> pl.DataFrame:
    """Columns as in SCHEMA, ordered by contact_id."""
    rows = {}
    for document, contact, start in per_record(batch, lambda extraction: extraction.contacts):
        contact_id = identifier("contact", document.report_id, contact.char_start, contact.char_end, contact.role)
        place = place_of(contact)
        rows[contact_id] = (*start, contact_id, contact.role, contact.name, contact.position, contact.phone, contact.email, *place)
    return table(SCHEMA, list(rows.values()), KEY)
