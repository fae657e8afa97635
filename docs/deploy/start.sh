#!/bin/sh
# Builds what is not built yet, then serves it; further options go to Streamlit.
set -eu
python -m annual_reports build --if-missing
exec python -m streamlit run dashboard.py --server.address=0.0.0.0 "$@"
