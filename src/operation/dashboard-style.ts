/** The look of the dashboard: the system's own colours and font, so that it follows light and dark. */
export const DASHBOARD_STYLE = `
:root{--line:color-mix(in srgb,CanvasText 22%,Canvas);--quiet:color-mix(in srgb,CanvasText 72%,Canvas);--bar:#5a5dd0}
@media (prefers-color-scheme:dark){:root{--bar:#8f92ff}}
*{box-sizing:border-box}
body{font:16px/1.5 system-ui,"Segoe UI",sans-serif;margin:0;padding:1.25rem 1rem 2rem;background:Canvas;color:CanvasText}
main,nav{max-width:64rem;margin:0 auto}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-bottom:1rem}
nav a{color:LinkText;padding-block:.25rem;min-height:24px}
nav a[aria-current]{color:CanvasText;font-weight:600;text-decoration:none}
h1{font-size:1.5rem;line-height:1.25;margin:0}
h2{font-size:1rem;margin:0 0 .5rem}
p{margin:.25rem 0}
.quiet,dt{color:var(--quiet)}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.75rem;margin:1.25rem 0}
dl div{display:flex;flex-direction:column;justify-content:space-between;border:1px solid var(--line);border-radius:8px;padding:.5rem .75rem}
dt{font-size:.85rem;line-height:1.35}
dd{margin:.25rem 0 0;font-size:1.4rem;line-height:1.3;font-variant-numeric:tabular-nums}
.lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1.75rem 2.5rem;margin-top:1.75rem}
.wide{grid-column:1/-1}
.wide svg{display:block;width:100%;height:7rem;border-bottom:1px solid var(--line)}
table{border-collapse:collapse;width:100%}
th{text-align:start;font-weight:400;padding:.2rem .75rem .2rem 0;line-height:1.35}
.n{text-align:end;padding-inline-end:.75rem;font-variant-numeric:tabular-nums}
.bar{width:38%}
.bar svg{display:block;width:100%;height:.75rem}
rect{fill:var(--bar)}
.nought{fill:var(--line)}
@media (pointer:coarse){nav a{padding-block:.65rem;min-height:44px}}
@media (forced-colors:active){rect{fill:CanvasText}.nought{fill:GrayText}}
`;
