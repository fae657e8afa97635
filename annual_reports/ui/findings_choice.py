"""Which findings are looked at: of one rule, one severity, one verdict, or of any."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import pandas as pd
import streamlit as st

from annual_reports.ui.choices import choose
from annual_reports.ui.words import t
from annual_reports.verdicts import Verdict

_SETTLED: Final = ("open", "confirmed", "false_alarms", "corrected")


class Narrowed(NamedTuple):
    """What was chosen of each property of findings: its code, None for any, and how it is said."""

    codes: Mapping[str, str | None]
    words: Mapping[str, str]


def choose_findings(rules: pd.DataFrame) -> Narrowed:
    """The rule, severity and verdict asked for, among those that occur.

    ``rules`` as of ``ui.rules.rules_of``.
    """
    found = rules[rules[list(_SETTLED)].sum(axis=1) > 0]
    named = {
        "rule": dict(zip(found["rule"], found["title"], strict=True)),
        "severity": {code: t(f"severity.{code}") for code in sorted(set(found["severity"]))},
        "verdict": {verdict.value: t(f"verdict.{verdict}") for verdict in Verdict},
    }
    codes: dict[str, str | None] = {}
    words: dict[str, str] = {}
    for column, (name, options) in zip(st.columns(len(named)), named.items(), strict=True):
        said = {"": t(f"choose.{name}.all"), **options}
        with column:
            code = choose(name, t(f"choose.{name}"), list(said), word=said.__getitem__)
        codes[name], words[name] = code or None, said[code]
    return Narrowed(codes, words)
