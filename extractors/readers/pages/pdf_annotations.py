"""What a PDF prints of its annotations: filled-in fields and typed remarks.

Lives here: which annotations say something of the report, and drawing them onto their page, so that they are read in their place.
Elsewhere: the page itself (pdf.py). Stamps, signatures, watermarks, notes that only open on a click, and ticks of boxes say nothing here.
"""

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

# A form has a few hundred fields; what has more is no report.
MOST_ANNOTATIONS = 2_000
_FILLED_IN = frozenset((pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX))


def draw_annotations(page: pypdfium2.PdfPage) -> bool:
    """Makes what annotations print part of the page; says whether there was any: then the page must be opened anew."""
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    if not 0 < count <= MOST_ANNOTATIONS:
        return False
    silent = [index for index in range(count) if not _is_told(page, index)]
    if len(silent) == count:
        return False
    for index in reversed(silent):
        pdfium.FPDFPage_RemoveAnnot(page.raw, index)
    return bool(pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)


def _is_told(page: pypdfium2.PdfPage, index: int) -> bool:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
    if not annotation:
        return False
    try:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        return bool(kind == pdfium.FPDF_ANNOT_FREETEXT or (kind == pdfium.FPDF_ANNOT_WIDGET and _is_filled_in(page.formenv, annotation)))
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _is_filled_in(form: pypdfium2.PdfFormEnv | None, annotation: Any) -> bool:
    return form is not None and pdfium.FPDFAnnot_GetFormFieldType(form.raw, annotation) in _FILLED_IN
