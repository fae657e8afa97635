-- id: form_cells
-- why: The official forms as rows, one a cell, in the official order; replaced_by names the row that may stand in place of this one, part_of the row that this one and its like add up to, within the rows it cannot exceed; is_required is false throughout a form that nobody is bound to.
CREATE TABLE form_cells (
    form VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    table_code VARCHAR NOT NULL,
    row_code VARCHAR NOT NULL,
    column_code VARCHAR NOT NULL,
    group_code VARCHAR NOT NULL,
    table_label_zh VARCHAR NOT NULL,
    table_label_en VARCHAR NOT NULL,
    group_label_zh VARCHAR NOT NULL,
    group_label_en VARCHAR NOT NULL,
    row_label_zh VARCHAR NOT NULL,
    row_label_en VARCHAR NOT NULL,
    column_label_zh VARCHAR NOT NULL,
    column_label_en VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    is_total BOOLEAN NOT NULL,
    is_required BOOLEAN NOT NULL,
    replaced_by VARCHAR,
    part_of VARCHAR,
    within VARCHAR[] NOT NULL
)
