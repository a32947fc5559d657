"""An audit as one HTML file that needs no other and no network."""

from html import escape

from caremgr_desktop.reporting.audit_views import AuditView, BarView, ChartView

STYLE = """
body{font:16px/1.5 system-ui,sans-serif;color:#14201e;background:#f3f6f2;margin:0}
main{max-width:860px;margin:0 auto;padding:32px 24px 64px}
h1{font-size:30px;line-height:1.2;margin:0 0 16px}h2{font-size:20px;margin:0 0 4px}
section{background:#fff;border:1px solid #dbe2dd;border-radius:16px;padding:20px 24px;margin:16px 0}
.verdict{font-size:18px;font-weight:bold}.note{color:#4d5b58;margin:0 0 12px}
.row{display:grid;grid-template-columns:minmax(9em,17em) 1fr 4.5em;gap:12px;align-items:center}
.row+.row{margin-top:6px}.track{background:#e2e8e4;border-radius:7px;height:14px}
.fill{height:14px;border-radius:7px;background:#0a5f58}.figure{text-align:right}
.columns{display:flex;align-items:flex-end;gap:3px;height:180px}
.columns div{flex:1;min-height:1px;background:#0a5f58;border-radius:3px 3px 0 0}
.ends{display:flex;justify-content:space-between;color:#4d5b58}
.f0 .fill,.columns .f0{background:#1f4e96}.f1 .fill,.columns .f1{background:#b3500f}
""".strip().replace("\n", "")
FAMILY_COLORS = 2


def audit_as_html(view: AuditView, families: tuple[str, ...], language: str) -> str:
    """Return the whole file; every text in it is shown letter by letter."""
    colors = {role_id: f"f{place}" for place, role_id in enumerate(families[:FAMILY_COLORS])}
    charts = "".join(_chart(chart, colors) for chart in view.charts)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(view.title)}</title><style>{STYLE}</style></head><body><main>"
        f'<h1>{escape(view.title)}</h1><section><p class="verdict">{escape(view.verdict)}</p>'
        f"{_list(view.look_at)}<p>{escape(view.lead)}</p></section>{charts}"
        f"<section>{_list(view.habits)}<p>{escape(view.settles)}</p></section>"
        "</main></body></html>\n"
    )


def _list(lines: tuple[str, ...]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _chart(chart: ChartView, colors: dict[str, str]) -> str:
    shown = _columns(chart.bars, colors) if chart.is_column else _rows(chart.bars, colors)
    return (
        f'<section><h2>{escape(chart.title)}</h2><p class="note">{escape(chart.note)}</p>'
        f"{shown}</section>"
    )


def _rows(bars: tuple[BarView, ...], colors: dict[str, str]) -> str:
    return "".join(
        f'<div class="row {colors.get(bar.kind, "")}"><span>{escape(bar.label)}</span>'
        f'<div class="track"><div class="fill" style="width:{100 * bar.share:.2f}%"></div></div>'
        f'<span class="figure">{escape(bar.text)}</span></div>'
        for bar in bars
    )


def _columns(bars: tuple[BarView, ...], colors: dict[str, str]) -> str:
    columns = "".join(
        f'<div class="{colors.get(bar.kind, "")}" style="height:{100 * bar.share:.2f}%"'
        f' title="{escape(bar.label)}: {escape(bar.text)}"></div>'
        for bar in bars
    )
    ends = f"<span>{escape(bars[0].label)}</span><span>{escape(bars[-1].label)}</span>"
    return f'<div class="columns">{columns}</div><div class="ends">{ends}</div>'
