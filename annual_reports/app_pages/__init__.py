"""The pages: filters, data, charts, drill-down. Each draws itself when Streamlit runs it."""
