"""The parts that pages are made of: what was chosen, the data for it, and how it is shown."""
