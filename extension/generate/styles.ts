import { PALETTES, setPalette } from '../../language/src/render/palette.ts';
import { PICTURE_CSS } from '../../language/src/render/picture-css.ts';

/**
 * The style sheet of the panel: the pictures' own, with the colours of the reader's theme, and what is around them.
 * The frame takes VS Code's colours; the pictures take the palette that goes with the kind of theme.
 */
export function writeStyles(): string {
    const pictures = PICTURE_CSS.replace(/\$([a-z0-9-]+)/g, 'var(--sc-$1)');
    return [
        setPalette('.sc', PALETTES.light),
        setPalette('.vscode-dark .sc', PALETTES.dark),
        setPalette('.vscode-high-contrast .sc', PALETTES.contrast),
        setPalette('.vscode-high-contrast-light .sc', PALETTES['contrast-light']),
        pictures,
        PANEL,
    ].join('\n');
}

const PANEL = `
*{box-sizing:border-box}
html,body{height:100%;margin:0;padding:0;overflow:hidden}
body{font:13px/1.45 var(--vscode-font-family,sans-serif);color:var(--sc-ink)}
[hidden]{display:none!important}
#smartcity{display:flex;flex-direction:column;height:100%;background:var(--sc-paper);color:var(--sc-ink)}
header{flex:none;border-bottom:1px solid var(--sc-faint);background:var(--sc-panel)}
.top{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 12px;padding:0 10px}
.tabs{display:flex}
.right{display:flex;align-items:center;gap:6px;padding:4px 0}
button,select,input{font:inherit;color:inherit;background:var(--sc-paper);border:1px solid var(--sc-line);border-radius:3px;height:24px;padding:0 7px}
button{cursor:pointer}
button:hover,select:hover{border-color:var(--sc-ink)}
[role=tab]{border:0;background:none;border-radius:0;height:36px;padding:0 11px;font-size:13.5px;border-bottom:3px solid transparent;color:var(--sc-muted)}
[role=tab]:hover{color:var(--sc-ink)}
[role=tab][aria-selected=true]{color:var(--sc-ink);font-weight:600;border-bottom-color:var(--sc-link)}
button[aria-pressed=true]{background:var(--sc-link);border-color:var(--sc-link);color:var(--sc-paper)}
.quiet{border-color:transparent;background:none;color:var(--sc-link);text-decoration:underline}
.zoom{display:inline-flex}
.zoom button{width:25px;padding:0;border-radius:0;margin-left:-1px}
.tools{display:flex;flex-wrap:wrap;gap:5px 6px;align-items:center;padding:5px 10px 7px}
.tools select{max-width:150px}
#find{width:130px}
#export{width:84px}
.count{color:var(--sc-muted)}
:focus-visible{outline:2px solid var(--vscode-focusBorder,var(--sc-link));outline-offset:-1px}
.overlay{flex:none;position:relative;height:0;z-index:5}
.banner{position:absolute;left:0;right:0;bottom:0;display:flex;flex-wrap:wrap;align-items:center;gap:2px 6px;padding:5px 12px;background:var(--sc-warn-soft);border-left:5px solid var(--sc-warn);color:var(--sc-ink)}
.banner .reason{color:var(--sc-muted)}
#stage{flex:1;min-height:0;overflow:auto;position:relative;background:var(--sc-paper)}
.verdict{position:sticky;left:0;width:fit-content;max-width:100vw}
.verdict .sc-verdict{font-size:15px;font-weight:600;line-height:1.35;margin:8px 12px;padding:7px 12px;border-radius:5px;border-left:5px solid}
.verdict .sc-bad{background:var(--sc-bad-soft);border-color:var(--sc-bad)}
.verdict .sc-good{background:var(--sc-good-soft);border-color:var(--sc-good)}
.verdict .sc-why{display:block;font-size:13px;font-weight:400}
.nothing{padding:14px 16px;color:var(--sc-muted);margin:0;position:sticky;left:0}
.roadmap{position:relative}
.head{position:sticky;top:0;z-index:3;display:flex;background:var(--sc-paper);border-bottom:1px solid var(--sc-line)}
.targets{display:flex;position:relative}
.head .names,.targets .names,.row .names{position:sticky;left:0;z-index:2;flex:none;background:var(--sc-paper)}
.years{flex:none;overflow:visible}
.names{overflow:hidden}
.canvas{position:relative}
.ground{position:absolute;inset:0;display:flex;justify-content:flex-end;overflow:clip;pointer-events:none}
.ground svg{flex:none;align-self:flex-start;position:sticky;top:66px}
.ground.over{z-index:1}
.links{position:absolute;left:0;top:0;pointer-events:none;overflow:visible}
.row{position:absolute;left:0;right:0;display:flex;contain:layout style}
.sc-picture .fold{fill:var(--sc-muted);font-size:11px}
.row.program{cursor:pointer}
.row.group{cursor:pointer}
.row.group .names .sc-group-ground,.row.group .years .sc-group-ground{stroke:none}
.row.program:hover .names,.row.program:hover{background:var(--sc-band)}
.row.at-cursor::before,.row.chosen::before{content:"";position:absolute;inset:1px 0;pointer-events:none;z-index:3}
.row.at-cursor::before{background:color-mix(in srgb,var(--sc-link) 16%,transparent)}
.row.chosen::before{outline:2px solid var(--sc-link);outline-offset:-2px;border-radius:3px}
.foot{position:relative;z-index:2;background:var(--sc-paper);border-top:1px solid var(--sc-faint)}
figure{margin:10px 0 22px;padding:0}
figure svg{display:block}
.clickable{cursor:pointer}
.clickable:hover{opacity:.85}
.tables{padding:10px 14px}
.tables h2{font-size:16px}
table{border-collapse:collapse;width:100%;font-size:12.5px;margin:6px 0 18px}
caption{text-align:left;font-weight:600;padding:6px 0}
th,td{border-bottom:1px solid var(--sc-faint);padding:4px 8px;text-align:left;vertical-align:top}
thead th{border-bottom:2px solid var(--sc-line)}
tbody th{font-weight:500}
td ul{margin:0;padding-left:16px}
.sc-number{text-align:right;font-variant-numeric:tabular-nums}
code{font:0.92em var(--vscode-editor-font-family,monospace);background:var(--sc-band);padding:0 3px;border-radius:3px;overflow-wrap:anywhere}
.sc-yes::before{content:"\\2713\\00a0";color:var(--sc-good);font-weight:700}
.sc-no-item::before{content:"\\2717\\00a0";color:var(--sc-bad);font-weight:700}
.findings{flex:none;max-height:45%;overflow:auto;border-top:1px solid var(--sc-line);background:var(--sc-panel)}
.findings summary{padding:6px 12px;cursor:pointer;font-weight:600;position:sticky;top:0;background:var(--sc-panel)}
.findings ul{list-style:none;margin:0;padding:0 0 8px}
.findings li{display:flex;align-items:baseline;gap:6px;padding:2px 12px}
.finding{flex:1;height:auto;border:0;background:none;text-align:left;padding:3px 4px}
.finding:hover{background:var(--sc-band)}
.error b{color:var(--sc-bad)}
.warning b{color:var(--sc-warn)}
.info b{color:var(--sc-link)}
.card{position:fixed;z-index:9;width:max-content;max-width:min(420px,94vw);padding:8px 11px;border:1px solid var(--sc-line);border-radius:5px;background:var(--sc-panel);color:var(--sc-ink);box-shadow:0 3px 12px rgb(0 0 0/.28);pointer-events:none}
.card p{margin:2px 0}
.card .why{border-top:1px solid var(--sc-faint);padding-top:4px;margin-top:5px}
@media (max-width:560px){select,button,input{padding:0 3px;font-size:12px}.tools{gap:4px}.tools select{max-width:136px}#find{width:112px}[role=tab]{padding:0 7px;height:30px}.verdict .sc-verdict{font-size:13px;margin:5px 8px}.verdict .sc-why{font-size:12px}}
@media (prefers-reduced-motion:no-preference){.row::before{transition:background-color .12s}}
@media print{header,.findings,.card{display:none}}
`;
