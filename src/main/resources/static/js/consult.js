// Keeps the answers being given a moment after typing stops, each with the version it began from. Without this script
// the button does. Reasons are asked for only where there is an objection.
(() => {
  'use strict';

  const form = document.querySelector('form[data-consultation]');
  if (!form) return;
  const note = form.querySelector('[data-note]');
  const PAUSE = 1500;
  let timer = null;
  let saving = null;

  async function save() {
    const content = new URLSearchParams(new FormData(form));
    const reply = await fetch(form.dataset.autosave, { method: 'POST', body: content, headers: { Accept: 'application/json' } });
    if (!reply.ok) throw new Error(reply.status);
    const versions = await reply.json();
    let elsewhere = false;
    form.querySelectorAll('[name=question]').forEach((one) => {
      if (one.value in versions) form.elements['version-' + one.value].value = versions[one.value];
      else elsewhere = true;
    });
    note.textContent = elsewhere ? note.dataset.elsewhere : note.dataset.saved + ' ' + new Date().toLocaleTimeString(document.documentElement.lang);
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (saving) { later(); return; }
      saving = save().catch(() => { note.textContent = note.dataset.failed; }).finally(() => { saving = null; });
    }, PAUSE);
  }

  function reasons(item) {
    const objects = item.querySelector('input[value=OBJECT]');
    const box = item.querySelector('[data-reasons]');
    if (objects && box) box.hidden = !objects.checked && !box.querySelector('textarea').value;
  }

  form.querySelectorAll('[data-item]').forEach(reasons);
  form.addEventListener('input', (event) => {
    const item = event.target.closest('[data-item]');
    if (item) reasons(item);
    later();
  });
  // A submission carries the versions shown now; a save under way must not raise them underneath.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (saving) {
      event.preventDefault();
      const button = event.submitter;
      saving.finally(() => form.requestSubmit(button));
    }
  });
})();
