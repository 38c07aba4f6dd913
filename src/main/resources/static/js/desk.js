// The reviewer's desk: saves each review a moment after typing stops, adds up points, and lets the whole page be worked
// from the keyboard. Without this script the fields and buttons of each review do the same.
(() => {
  'use strict';

  const desk = document.querySelector('[data-desk]');
  if (!desk) return;
  const PAUSE = 1500;
  const cards = [...desk.querySelectorAll('[data-desk-card]')];
  const RECOMMENDATIONS = { a: 'APPROVE', r: 'REVISE', x: 'REJECT' };

  function total(form) {
    const sum = [...form.querySelectorAll('[data-desk-points]')].reduce((all, field) => all + (parseInt(field.value, 10) || 0), 0);
    form.querySelector('[data-desk-total]').textContent = sum;
  }

  function autosave(form) {
    const note = form.querySelector('[data-desk-note]');
    const badge = document.getElementById('s-' + form.closest('[data-desk-card]').id.slice(2));
    let timer = null;
    let saving = false;
    let again = false;
    let stopped = false;

    async function save() {
      if (stopped) return;
      if (saving) { again = true; return; }
      saving = true;
      const content = new URLSearchParams(new FormData(form));
      content.delete('_action');
      try {
        const reply = await fetch(form.dataset.draft, { method: 'POST', body: content, headers: { Accept: 'application/json' } });
        if (reply.ok) {
          const saved = await reply.json();
          form.elements._version.value = saved.version;
          note.textContent = note.dataset.saved + ' ' + new Date().toLocaleTimeString(document.documentElement.lang);
          if (saved.complete && badge) { badge.textContent = badge.dataset.complete; badge.className = 'state state-good'; }
        } else if (reply.status === 409) {
          stopped = true;
          note.textContent = note.dataset.elsewhere;
        } else {
          note.textContent = note.dataset.failed;
        }
      } catch (offline) {
        note.textContent = note.dataset.failed;
      } finally {
        saving = false;
        if (again) { again = false; save(); }
      }
    }

    form.addEventListener('input', () => { total(form); clearTimeout(timer); timer = setTimeout(save, PAUSE); });
    form.addEventListener('submit', (event) => {
      clearTimeout(timer);
      if (saving) {
        event.preventDefault();
        const button = event.submitter;
        setTimeout(() => form.requestSubmit(button), 150);
      } else {
        stopped = true;
      }
    });
  }

  function grade(row, button) {
    const field = row.querySelector('[data-desk-points]');
    field.value = button.dataset.points;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function card() {
    const focused = document.activeElement.closest && document.activeElement.closest('[data-desk-card]');
    return focused || desk.querySelector('.desk-card.is-current') || cards[0];
  }

  function choose(one) {
    cards.forEach((other) => other.classList.toggle('is-current', other === one));
  }

  function row(of) {
    return of.querySelector('.desk-row.is-current')
      || [...of.querySelectorAll('[data-desk-row]')].find((one) => one.querySelector('[data-desk-points]').value === '')
      || of.querySelector('[data-desk-row]');
  }

  function point(of, to) {
    of.querySelectorAll('[data-desk-row]').forEach((one) => one.classList.toggle('is-current', one === to));
  }

  function go(steps) {
    const current = desk.querySelector('.desk-card.is-current');
    const at = current ? cards.indexOf(current) + steps : 0;
    const next = cards[Math.max(0, Math.min(cards.length - 1, at))];
    if (!next) return;
    choose(next);
    next.focus();
    next.scrollIntoView({ block: 'start' });
    point(next, row(next));
  }

  function press(key) {
    const one = card();
    if (!one) return false;
    if (key >= '1' && key <= '5') {
      const current = row(one);
      choose(one);
      grade(current, current.querySelector('[data-grade="' + key + '"]'));
      const rows = [...one.querySelectorAll('[data-desk-row]')];
      point(one, rows[Math.min(rows.indexOf(current) + 1, rows.length - 1)]);
    } else if (RECOMMENDATIONS[key]) {
      const choice = one.querySelector('[value=' + RECOMMENDATIONS[key] + ']');
      choice.checked = true;
      choice.dispatchEvent(new Event('input', { bubbles: true }));
    } else if (key === 'c') {
      one.querySelector('[name=comment]').focus();
    } else {
      return false;
    }
    return true;
  }

  cards.forEach((one) => {
    const form = one.querySelector('[data-desk-form]');
    autosave(form);
    form.querySelectorAll('[data-desk-grades]').forEach((grades) => { grades.hidden = false; });
    form.addEventListener('click', (event) => {
      const button = event.target.closest('[data-grade]');
      if (button) grade(button.closest('[data-desk-row]'), button);
    });
    one.addEventListener('focusin', () => choose(one));
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])');
    if (event.key === 'Escape' && typing) { event.target.closest('[data-desk-card]').focus(); return; }
    if (typing) return;
    let done = true;
    if (event.key === 'j' || event.key === 'n') go(1);
    else if (event.key === 'k' || event.key === 'p') go(-1);
    else if (event.key === '?') { const help = desk.querySelector('[data-desk-help]'); help.open = !help.open; help.querySelector('summary').focus(); }
    else done = press(event.key);
    if (done) event.preventDefault();
  });
})();
