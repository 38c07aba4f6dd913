// Saves a task's draft a moment after typing stops, with the version it began from: another tab's save is never
// overwritten. Without this script the draft is saved by the buttons.
(() => {
  'use strict';

  const form = document.querySelector('form[data-task-form]');
  if (!form) return;
  const note = document.querySelector('[data-autosave-note]');
  const version = form.elements._version;
  const PAUSE = 2000;
  let timer = null;
  let saving = false;
  let stopped = false;

  const say = (text) => { if (note) note.textContent = text; };

  async function save() {
    if (saving || stopped) return;
    saving = true;
    const content = new URLSearchParams(new FormData(form));
    content.delete('_action');
    try {
      const reply = await fetch(form.dataset.draft, { method: 'POST', body: content, headers: { Accept: 'application/json' } });
      if (reply.ok) {
        version.value = (await reply.json()).version;
        say(note.dataset.saved + ' ' + new Date().toLocaleTimeString(document.documentElement.lang));
      } else if (reply.status === 409) {
        stopped = true;
        say(note.dataset.elsewhere);
      } else {
        say(note.dataset.failed);
      }
    } catch (offline) {
      say(note.dataset.failed);
    } finally {
      saving = false;
    }
  }

  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, PAUSE); });
  // A submission carries the version shown now; a save that is still under way must not raise it underneath.
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
})();
