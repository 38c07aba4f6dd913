// Draws a case's model with the steps it has passed and those it stands at. The dated list beside it says the same.
(async () => {
  const canvas = document.querySelector('[data-diagram]');
  if (!canvas) return;
  const viewer = new BpmnJS({ container: canvas });
  const xml = await (await fetch(canvas.dataset.diagram)).text();
  await viewer.importXML(xml);
  const view = viewer.get('canvas');
  const elements = viewer.get('elementRegistry');
  // A sub-process holds the step where the case stands; to paint all of it would say nothing.
  const isStep = (id) => id && elements.get(id) && elements.get(id).type !== 'bpmn:SubProcess';
  const mark = (ids, name) => (ids || '').split(' ').filter(isStep).forEach((id) => view.addMarker(id, name));
  mark(canvas.dataset.passed, 'is-passed');
  mark(canvas.dataset.active, 'is-active');
  view.zoom('fit-viewport', 'auto');
  // An ended case stands nowhere; then the attribute is missing.
  const first = (canvas.dataset.active || '').split(' ').find(isStep);
  if (first && view.zoom() < 0.55) {
    // Too small to read as a whole: show the place where the case stands; the rest is a drag away.
    const shape = elements.get(first);
    const box = canvas.getBoundingClientRect();
    const scale = 0.75;
    view.zoom(scale);
    view.viewbox({ x: shape.x + shape.width / 2 - box.width / scale / 2, y: shape.y + shape.height / 2 - box.height / scale / 2, width: box.width / scale, height: box.height / scale });
  }
})();
