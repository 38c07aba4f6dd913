// Moves between the proposals with j and k, compares with c, goes to the title with t. Everything works without.
(() => {
  'use strict';

  const items = () => [...document.querySelectorAll('[data-item]')];
  const typing = (element) => element.matches('input:not([type=checkbox]), textarea, select');

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const all = items();
    const at = all.findIndex((one) => one.contains(document.activeElement));
    if (event.key === 'j' || event.key === 'k') {
      const next = all[Math.max(0, Math.min(all.length - 1, at + (event.key === 'j' ? 1 : -1)))];
      if (next) { next.focus(); event.preventDefault(); }
    } else if (event.key === 'c' && at >= 0) {
      const link = all[at].querySelector('[data-compare]');
      if (link) link.click();
    } else if (event.key === 't') {
      const title = (at >= 0 && all[at].querySelector('[name=title]')) || document.querySelector('main form [name=title]');
      if (title) { title.focus(); title.select(); event.preventDefault(); }
    }
  });
})();
