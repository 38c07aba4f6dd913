// Saves a direction a moment after typing stops, with the version it began from: what somebody else saved meanwhile
// is never overwritten. Without this script the text is saved by the button.
(() => {
  'use strict';

  const form = document.querySelector('form[data-editor]');
  if (!form) return;
  const note = document.querySelector('[data-note]');
  const others = document.querySelector('[data-others]');
  const conflict = document.querySelector('[data-conflict]');
  const FIELDS = ['title', 'applicationCodes', 'text', 'category', 'intensity', 'expectedApplication'];
  const PAUSE = 1500;
  let timer = null;
  let saving = false;
  let stopped = false;
  let again = false;

  const say = (text) => { note.textContent = text; };

  function typed() {
    const text = { version: Number(form.elements.version.value), base: Number(form.elements.base.value) };
    FIELDS.forEach((name) => { text[name] = form.elements[name].value; });
    return text;
  }

  async function save() {
    if (stopped) return;
    if (saving) { again = true; return; }
    saving = true;
    again = false;
    try {
      const reply = await fetch(form.dataset.autosave, {
        method: 'PUT', body: JSON.stringify(typed()),
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': form.elements._csrf.value },
      });
      await understand(reply);
    } catch (offline) {
      say(note.dataset.failed);
    } finally {
      saving = false;
      if (again) save();
    }
  }

  async function understand(reply) {
    const type = reply.headers.get('Content-Type') || '';
    if (!type.includes('json')) { say(note.dataset.failed); return; }
    const answer = await reply.json();
    if (reply.ok) {
      form.elements.version.value = answer.version;
      form.elements.base.value = answer.base;
      others.textContent = answer.others.length ? others.dataset.text + answer.others.join('、') : '';
      say(note.dataset.saved + ' ' + new Date().toLocaleTimeString(document.documentElement.lang));
    } else if (reply.status === 409) {
      stopped = true;
      conflict.hidden = false;
      say(answer.problem);
    } else if (reply.status === 422) {
      say(note.dataset.invalid + ' ' + Object.values(answer.problems).join(' '));
    } else {
      say(note.dataset.failed);
    }
  }

  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); });
  // A submission carries the version shown now; a save that is still under way must not raise it underneath.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    again = false;
    if (saving) {
      event.preventDefault();
      const button = event.submitter;
      setTimeout(() => form.requestSubmit(button), 150);
    } else {
      stopped = true;
    }
  });
})();
