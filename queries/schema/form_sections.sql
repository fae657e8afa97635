-- id: form_sections
-- why: The sections of the official forms, one row a form and section, in the official order.
CREATE TABLE form_sections (
    form VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    section_code VARCHAR NOT NULL,
    label_zh VARCHAR NOT NULL,
    label_en VARCHAR NOT NULL
)
