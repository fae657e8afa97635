-- id: is_formula
-- step: 1
-- why: Whether a clause belongs to what every report must say (art. 50 of the regulations and the official form) and so is nobody's own text: what the report rests on, its period and parts, where it can be had and whom to ask; that there were no requests, reviews or lawsuits; whether a processing fee was collected; that there is nothing else to report.
CREATE MACRO is_formula(words) AS
regexp_matches(
    words,
    '政府信息公开条例|国办公开办函|工作年度报告格式|统计期限|所列数据|年度报告|本报告|年报由'
    || '|联系电话|联系地址|邮政编码|有疑问|查阅下载|下载'
    || '|(?:未|没有|无)(?:收到|发生|产生|出现|因|被|涉及)?.{0,24}(?:申请|复议|诉讼|结转)'
    || '|信息处理费|收费通知|(?:没有|无|未有)(?:其他|其它)?需要?(?:报告|说明)'
)
