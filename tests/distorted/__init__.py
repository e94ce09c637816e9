"""Tables of every generation, distorted as real files distort them, with known truth: an independent judge of the matcher.

Nothing here looks into extractors/forms: labels and their wordings come from the notes on the forms, codes from the dictionary.

- list_rows.csv, stacked_cells.csv, application_rows.csv, applicants.csv, dispute_columns.csv: what the forms print; wordings.csv: other and
  shortened wordings; look_alikes.csv, traditional.csv: characters. forms_data.py reads them.
- figures.py invents figures, forms.py fills tables with them, reports.py puts tables into reports; tables.py is the model they share.
- kinds.py says what a kind of distortion is; distortions_labels.py, distortions_tables.py and distortions_strange.py hold them, each with
  its rule of what stays readable. cases.py draws a case: generation, format, kinds.
- text_writers.py and file_writers.py write a case in every format.
- judge.py compares what extraction finds; __main__.py is the command: python -m tests.distorted 2000 --seed 1
- huaian.py fills the tables with the labelled figures of the real PDF, where they are at hand.
"""
