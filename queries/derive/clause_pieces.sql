-- id: clause_pieces
-- step: 1
-- why: The clauses (分句) of a text in their order, each with the punctuation that ends it, so that together they are the text. A comma or colon between two digits parts nothing.
CREATE MACRO clause_pieces(words) AS
regexp_extract_all(words, '(?:\d[,，:：]\d|[^，。；：！？,;:!?\n])+[，。；：！？,;:!?\n]*|^[，。；：！？,;:!?\n]+')
