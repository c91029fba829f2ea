/** Style sheet of the Connect pages: one card, light and dark, no script. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #eef1f5; --card: #fff; --text: #16202c; --soft: #55616f; --line: #c9d1da;
  --accent: #0b5bd3; --on-accent: #fff; --error: #b3261e; --badge: #fff4d6; --badge-text: #5c4300;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161c; --card: #1c222b; --text: #eef2f6; --soft: #a9b4c1; --line: #3a4450;
    --accent: #6aa8ff; --on-accent: #0b1420; --error: #ff8f87; --badge: #3b3113; --badge-text: #ffe3a0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; padding: 20px 14px; background: var(--page); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  display: flex; flex-direction: column; align-items: center; justify-content: center;
}
main {
  width: 100%; max-width: 480px; padding: 26px; background: var(--card); border-radius: 14px;
  border: 1px solid var(--line); overflow-wrap: anywhere;
}
main.wide { max-width: 640px; }
.badge {
  display: inline-block; margin: 0 0 16px; padding: 3px 12px; border-radius: 999px;
  background: var(--badge); color: var(--badge-text); font-size: 13px; font-weight: 600;
}
h1 { margin: 0 0 10px; font-size: 24px; line-height: 1.25; }
h2 { margin: 20px 0 8px; font-size: 17px; }
p { margin: 0 0 14px; }
.soft, small { color: var(--soft); font-size: 14px; }
.error { color: var(--error); font-weight: 600; }
label.field { display: block; margin: 0 0 14px; font-weight: 600; }
label.field > input, label.field > select { display: block; margin-top: 5px; font-weight: 400; }
input:not([type=checkbox], [type=radio]), select {
  width: 100%; padding: 10px 12px; font: inherit; color: inherit; background: transparent;
  border: 1px solid var(--soft); border-radius: 8px;
}
option { background: var(--card); color: var(--text); }
input[type=checkbox], input[type=radio] {
  flex: none; width: 18px; height: 18px; margin: 3px 0 0; accent-color: var(--accent);
}
button, .button {
  display: inline-block; padding: 10px 18px; font: inherit; font-weight: 600; cursor: pointer;
  color: inherit; background: transparent; border: 1px solid var(--soft); border-radius: 8px;
  text-decoration: none; text-align: center;
}
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button:hover, .button:hover { filter: brightness(1.08); border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.actions { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 18px; }
.actions button, .actions .button { flex: 1 1 140px; }
.search { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 14px; }
.search label { flex: 1 1 180px; margin: 0; }
.search button, .search .button { align-self: end; }
.brands {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(124px, 1fr)); gap: 8px;
  margin: 0 0 14px; padding: 0; list-style: none;
}
.brand-list-item { width: 100%; height: 100%; min-height: 54px; padding: 8px; }
.brand-list-item small { display: block; font-weight: 400; }
fieldset { margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-size: 17px; font-weight: 600; margin-bottom: 8px; }
.choice {
  display: flex; gap: 11px; padding: 10px 12px; margin-bottom: 8px; border: 1px solid var(--line);
  border-radius: 8px; cursor: pointer;
}
.choice:has(:checked) { border-color: var(--accent); }
.choice small { display: block; }
.vehicles { max-height: 340px; overflow-y: auto; padding: 4px; margin: -4px; }
.permissions { margin: 0; padding-left: 20px; }
details { margin: 16px 0 0; font-size: 14px; }
summary { cursor: pointer; font-weight: 600; }
dl { margin: 8px 0 0; }
dt { font-family: ui-monospace, monospace; font-size: 13px; }
dd { margin: 0 0 8px; color: var(--soft); }
footer { margin-top: 14px; font-size: 14px; }
a { color: var(--accent); }
`;
