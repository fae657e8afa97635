-- id: clause_words
-- step: 1
-- why: What is compared of a clause: its Chinese characters without numbers in digits or words, the figure that counts a point (一是, 其二, 第三), and what an agency calls itself or its area (我局, 本单位, 全县). Two clauses with the same words are the same whatever their numbers and names; names of agencies and places are taken out before, with those the registry knows (derive/agency_words.sql).
CREATE MACRO clause_words(clause) AS
regexp_replace(
    regexp_replace(clause, '[^\p{Han}]|[〇零一二两三四五六七八九十百千万亿]', '', 'g'),
    '^(?:是|其|第)|[我本全](?:单位|机关|部门|系统|街道|中心|省|市|县|区|州|旗|乡|镇|局|委|办|厅|院|社|会)',
    '',
    'g'
)
