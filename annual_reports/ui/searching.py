"""The one way in which rows are searched: every word must stand in their texts."""

import pandas as pd


def with_every_word(entries: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows in whose texts every one of the words stands, whatever their case."""
    sought = wanted.lower().split()
    if not sought:
        return entries
    texts = entries.select_dtypes(include=["object", "string"]).fillna("").astype(str)
    columns = [texts[name].tolist() for name in texts]
    whole = ["\n".join(row).lower() for row in zip(*columns, strict=True)]
    return entries[[all(word in said for word in sought) for said in whole]]
