namespace KaigoDsl.Tooling.Reports.Html;

/// <summary>The page's own style and script. The script is small and does without <c>&lt;</c> and <c>&amp;</c>, so that the page is well-formed as XML too.</summary>
internal static class HtmlAssets
{
    public const string Style = """
        :root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--dim:#57606a;--line:#d0d7de;--soft:#f6f8fa;--gain:#0a6e4f;--loss:#b3261e;--zero:#8c959f;--accent:#0b57a4}
        @media (prefers-color-scheme:dark){:root{--bg:#12161b;--fg:#e6edf3;--dim:#9aa5b1;--line:#343c46;--soft:#1b2129;--gain:#3fb68b;--loss:#ff7b72;--zero:#768390;--accent:#79b8ff}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:16px;max-width:1320px;background:var(--bg);color:var(--fg);font:15px/1.65 "Hiragino Sans","Hiragino Kaku Gothic ProN","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI","Yu Gothic",Meiryo,"IPAGothic",sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.35rem;line-height:1.4;margin:.2em 0 .4em}
        h2{font-size:1.1rem;margin:1.8em 0 .5em;padding-bottom:.2em;border-bottom:2px solid var(--line)}
        h3{font-size:1rem;margin:1.1em 0 .3em}
        .lead{font-size:1.05rem;font-weight:600}
        .dim,.note{color:var(--dim)}
        .note{font-size:.88rem}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(130px,1fr));gap:10px;margin:14px 0;padding:0;list-style:none}
        .tiles li{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:8px 12px}
        .tiles b{display:block;font-size:1.45rem;line-height:1.3;font-variant-numeric:tabular-nums}
        .gain{color:var(--gain)}.loss{color:var(--loss)}
        .charts{columns:3 330px;column-gap:28px}
        figure{margin:0 0 12px;break-inside:avoid}figcaption{font-weight:600;margin:.6em 0 .2em}
        svg{display:block;width:100%;max-width:560px;height:auto}
        svg text{fill:var(--fg);font-size:11px;font-family:inherit}
        svg .dimtext{fill:var(--dim)}
        svg .g{fill:var(--gain)}svg .l{fill:var(--loss)}svg .z{fill:var(--zero)}svg .axis{stroke:var(--line)}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        th,td{padding:5px 9px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        thead th{background:var(--soft);white-space:nowrap;font-weight:600}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        td.w{min-width:14em}
        tbody tr:hover{background:var(--soft)}
        th button{all:unset;cursor:pointer;color:var(--accent)}
        th button:focus-visible,input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
        th[aria-sort=ascending] button:after{content:" ▲"}th[aria-sort=descending] button:after{content:" ▼"}
        .chip{display:inline-block;border:1px solid currentColor;border-radius:999px;padding:0 .6em;font-size:.8rem;white-space:nowrap}
        .payee{color:var(--loss)}.meaning{color:var(--accent)}.wording,.information{color:var(--dim)}
        .search{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;margin:.6em 0}
        input[type=search]{font:inherit;padding:6px 10px;border:1px solid var(--line);border-radius:6px;background:var(--bg);color:var(--fg);width:min(100%,22em)}
        .part{white-space:nowrap;margin-right:.7em}
        summary{cursor:pointer;font-weight:600;margin:.6em 0}
        @media (max-width:640px){body{padding:10px;font-size:14px}table.cards thead{display:none}table.cards tr{display:block;border-bottom:1px solid var(--line);padding:6px 0}table.cards td{display:flex;gap:10px;justify-content:space-between;border:0;padding:1px 4px;text-align:right;white-space:normal}table.cards td:before{content:attr(data-h);color:var(--dim);text-align:left;flex:none}table.cards td:empty{display:none}table.cards td.lead{font-size:1rem}td.w{min-width:0}}
        @media print{.search{display:none}body{max-width:none}}
        """;

    public const string Script = """
        (function () {
          'use strict';
          var fold = function (s) { return s.normalize('NFKC').toLowerCase(); };
          document.querySelectorAll('table[data-sortable]').forEach(function (table) {
            var body = table.tBodies[0];
            var rows = Array.from(body.rows);
            table.querySelectorAll('th button').forEach(function (button) {
              button.addEventListener('click', function () {
                var head = button.parentElement;
                var index = head.cellIndex;
                var numeric = head.classList.contains('n');
                var down = head.getAttribute('aria-sort') === 'descending' ? false : numeric ? true : head.getAttribute('aria-sort') === 'ascending';
                table.querySelectorAll('th').forEach(function (th) { th.removeAttribute('aria-sort'); });
                head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
                var key = function (row) {
                  var cell = row.cells[index];
                  var v = cell.getAttribute('data-v');
                  return numeric ? (v === null || v === '' ? null : Number(v)) : (v === null ? cell.textContent : v);
                };
                rows.map(function (row, i) { return { row: row, key: key(row), i: i }; }).sort(function (a, b) {
                  if (a.key === null || b.key === null) { return a.key === b.key ? a.i - b.i : a.key === null ? 1 : -1; }
                  var c = numeric ? a.key - b.key : a.key.localeCompare(b.key, 'ja');
                  return c === 0 ? a.i - b.i : down ? -c : c;
                }).forEach(function (entry) { body.appendChild(entry.row); });
              });
            });
          });
          var box = document.getElementById('q');
          if (box) {
            var entries = Array.from(document.querySelectorAll('#entities tbody tr')).map(function (row) { return { row: row, text: fold(row.textContent) }; });
            var count = document.getElementById('shown');
            box.addEventListener('input', function () {
              var words = fold(box.value).split(/\s+/).filter(Boolean);
              var shown = 0;
              entries.forEach(function (entry) {
                var hit = words.every(function (word) { return entry.text.includes(word); });
                entry.row.hidden = !hit;
                if (hit) { shown += 1; }
              });
              count.textContent = shown.toLocaleString('en');
            });
          }
        })();
        """;
}
