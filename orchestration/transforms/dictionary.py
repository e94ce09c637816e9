"""The dictionary as frames: indicators and units, from the same CSV files that dbt seeds.

Lives here: reading them once a process. Elsewhere: what they mean (dbt_project/seeds), who joins them (`observations`).
"""

from functools import cache
from pathlib import Path

import polars as pl

# The packages of the project lie side by side, in a clone and in an installed wheel.
SEEDS = Path(__file__).resolve().parents[2] / "dbt_project" / "seeds"


@cache
def indicator_units() -> pl.DataFrame:
    """indicator_code, unit, indicator_family, indicator_factor: what an indicator is counted in."""
    indicators = pl.read_csv(SEEDS / "indicators.csv", columns=["indicator_code", "unit"], infer_schema=False)
    return indicators.join(units(), left_on="unit", right_on="unit_printed", how="left").rename(
        {"unit_family": "indicator_family", "factor": "indicator_factor"}
    )


@cache
def units_of_indicators() -> dict[str, str]:
    """The unit of each indicator that is counted in one of the known units."""
    known = indicator_units().filter(pl.col("indicator_factor").is_not_null())
    return dict(known.select("indicator_code", "unit").iter_rows())


@cache
def units() -> pl.DataFrame:
    """unit_printed, unit_family, factor (how many of the family's base unit one is; exact decimal)."""
    table = pl.read_csv(SEEDS / "units.csv", columns=["unit", "unit_family", "factor"], infer_schema=False)
    return table.rename({"unit": "unit_printed"}).with_columns(pl.col("factor").cast(pl.Decimal(20, 6)))
