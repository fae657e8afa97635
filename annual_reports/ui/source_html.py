"""How the source of a number looks: tables and pages as published, with marked places."""

from collections.abc import Sequence
from typing import Final

_STYLE: Final = """<style>
.source{overflow:auto;max-height:64rem;margin:.25rem 0 1rem;border:1px solid rgba(128,140,150,.45)}
.source table{border-collapse:collapse;width:100%;font-size:.78rem;line-height:1.3;margin:0}
.source table+table,.source .page+.page{margin-top:.6rem}
.source td{border:1px solid rgba(128,140,150,.45);padding:.18rem .35rem;overflow-wrap:anywhere}
.source td.read{background:rgba(9,105,166,.10)}
.source td.objected{outline:2px solid #A74B2E;outline-offset:-2px;background:rgba(167,75,46,.12)}
.source td.doubted{outline:2px dashed #A74B2E;outline-offset:-2px}
.source td.chosen{outline:3px solid #0969A6;outline-offset:-3px;background:rgba(245,166,65,.35)}
@media (max-width:46rem){.source table{min-width:36rem}}
.source .page{position:relative}
.source .page img{display:block;width:100%}
.source .page i{position:absolute;box-sizing:border-box}
.source i.read{background:rgba(9,105,166,.07)}
.source i.objected{border:2px solid #A74B2E}
.source i.doubted{border:2px dashed #A74B2E}
.source i.chosen{border:3px solid #0969A6;background:rgba(245,166,65,.30)}
</style>"""


def source_html(pieces: Sequence[str]) -> str:
    """Tables and pages, as ``rendering`` writes them, in one frame that scrolls."""
    return f'{_STYLE}<div class="source">{"".join(pieces)}</div>'
