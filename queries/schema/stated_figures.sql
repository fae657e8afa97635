-- id: stated_figures
-- why: One row a total stated in the narrative of a report, with its sentence. value is in unit (元 for money, % for a change against last year, else empty); exactness is exact, approximate, at_least or none (said in words to be none). mark_start and mark_end, in characters from 0, are where the number stands in the sentence. Two rows of one code contradict each other where their values differ.
CREATE TABLE stated_figures (
    report_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    figure VARCHAR NOT NULL,
    value DECIMAL(38, 15) NOT NULL,
    unit VARCHAR NOT NULL,
    exactness VARCHAR NOT NULL,
    section_code VARCHAR NOT NULL,
    sentence VARCHAR NOT NULL,
    mark_start INTEGER NOT NULL,
    mark_end INTEGER NOT NULL,
    raw VARCHAR NOT NULL
)
