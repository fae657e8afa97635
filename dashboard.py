"""The dashboard: ``streamlit run dashboard.py``."""

if __name__ == "__main__":  # the processes that read files load this module too, for nothing
    from annual_reports.app_pages import router

    router.run()
