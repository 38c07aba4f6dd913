// Hides fields whose data-hide condition holds for what is entered now. Without this script
// they stay visible and the server drops them; the server always decides in the end.
(() => {
  'use strict';

  const TOKEN = /\s*("(?:\\.|[^"\\])*"|\d+(?:\.\d+)?|!=|<=|>=|[=<>(),]|[A-Za-z_]\w*)/y;

  function tokens(source) {
    const found = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < source.trimEnd().length) {
      const match = TOKEN.exec(source);
      if (!match) throw new Error('not understood: ' + source);
      found.push(match[1]);
    }
    return found;
  }

  // or > and > comparison > value; returns a function of a lookup of names
  function parse(source) {
    const rest = tokens(source);
    const take = (token) => rest[0] === token && rest.shift() !== undefined;
    const need = (token) => { if (!take(token)) throw new Error('expected ' + token); };

    function or() {
      let left = and();
      while (take('or')) { const a = left, b = and(); left = (n) => a(n) === true || b(n) === true; }
      return left;
    }
    function and() {
      let left = comparison();
      while (take('and')) { const a = left, b = comparison(); left = (n) => a(n) === true && b(n) === true; }
      return left;
    }
    function comparison() {
      const a = value();
      const operator = ['=', '!=', '<', '<=', '>', '>='].find((o) => o === rest[0]);
      if (!operator) return a;
      rest.shift();
      const b = value();
      return (n) => compare(a(n), operator, b(n));
    }
    function value() {
      if (take('(')) { const inner = or(); need(')'); return inner; }
      const token = rest.shift();
      if (token === undefined) throw new Error('ends too early');
      if (token === 'not') { need('('); const inner = or(); need(')'); return (n) => { const v = inner(n); return typeof v === 'boolean' ? !v : null; }; }
      if (token === 'true') return () => true;
      if (token === 'false') return () => false;
      if (token === 'null') return () => null;
      if (token[0] === '"') return () => JSON.parse(token);
      if (/^\d/.test(token)) return () => Number(token);
      if (/^[A-Za-z_]/.test(token) && rest[0] !== '(') return (n) => n(token);
      throw new Error('not understood: ' + token);
    }

    const parsed = or();
    if (rest.length) throw new Error('not understood: ' + rest[0]);
    return parsed;
  }

  function compare(a, operator, b) {
    if (typeof b === 'number' && typeof a === 'string') a = number(a);
    if (typeof a === 'number' && typeof b === 'string') b = number(b);
    if (operator === '=') return a === b;
    if (operator === '!=') return a !== b;
    if (a === null || b === null || typeof a !== typeof b) return null;
    return operator === '<' ? a < b : operator === '<=' ? a <= b : operator === '>' ? a > b : a >= b;
  }

  function number(text) {
    const plain = text.normalize('NFKC').replaceAll(',', '').trim();
    return plain === '' || isNaN(plain) ? null : Number(plain);
  }

  function lookup(form, scope) {
    return (name) => {
      for (const full of scope ? [scope + name, name] : [name]) {
        const all = [...form.elements].filter((e) => e.name === full);
        const visible = all.filter((e) => !e.closest('[data-hide][hidden]'));
        if (all.length) return visible.length ? entered(visible) : null;
        const shown = [...form.querySelectorAll('[data-name]')].find((e) => e.dataset.name === full);
        if (shown) return shown.dataset.value || null;
      }
      throw new Error('no field ' + name);
    };
  }

  function entered(elements) {
    const [first] = elements;
    if (first.type === 'radio') return elements.find((e) => e.checked)?.value ?? null;
    if (first.type === 'checkbox') {
      if (first.value !== 'true') throw new Error('a list');
      return first.checked;
    }
    return first.value.trim() || null;
  }

  function update(form) {
    const all = [...form.querySelectorAll('[data-hide]')];
    for (let round = 0; round <= all.length && round < 10; round++) {
      let changed = false;
      for (const element of all) {
        let hidden = false;
        try {
          hidden = parse(element.dataset.hide)(lookup(form, element.dataset.scope)) === true;
        } catch {
          hidden = false; // beyond this script: left in sight, the server decides
        }
        changed ||= element.hidden !== hidden;
        element.hidden = hidden;
      }
      if (!changed) return;
    }
  }

  function start(root) {
    for (const form of root.querySelectorAll('form')) {
      if (form.dataset.conditions || !form.querySelector('[data-hide]')) continue;
      form.dataset.conditions = 'on';
      form.addEventListener('input', () => update(form));
      form.addEventListener('change', () => update(form));
      update(form);
    }
  }

  start(document);
  document.addEventListener('htmx:load', () => start(document));
})();
