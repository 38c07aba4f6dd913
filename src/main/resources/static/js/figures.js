// Draws a project's figures and the map of all projects from the tables and points on the page; without script the tables remain.
(() => {
  'use strict';
  if (!window.echarts) { return; }
  // Told apart without colour, too: patterns for areas, dashes for lines, shapes for points.
  const COLOURS = ['#94a3b8', '#0e7490', '#b45309', '#4d7c0f'];
  const narrow = (place) => place.clientWidth < 480;
  const rows = (id) => [...document.getElementById(id).tBodies[0].rows];
  const text = (row, at) => row.cells[at].textContent.trim();
  const number = (row, at) => Number(text(row, at).replace(/[^0-9.-]/g, '')) || 0;
  const heads = (id) => [...document.getElementById(id).tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const money = (value) => value >= 1e4 ? `${Math.round(value / 1e4).toLocaleString('en')} 万` : String(value);

  const lines = (place) => {
    const data = rows(place.dataset.table); const names = heads(place.dataset.table);
    const columns = place.dataset.columns.split(',').map(Number);
    return {
      legend: { top: 0 }, grid: { left: 70, right: 16, top: 36, bottom: narrow(place) ? 90 : 40 },
      xAxis: { type: 'category', data: data.map((row) => text(row, 0)), axisLabel: { interval: 0, rotate: narrow(place) ? 60 : 0, width: 110, overflow: 'break' } },
      yAxis: { type: 'value', axisLabel: { formatter: money } },
      series: columns.map((at) => ({ type: 'bar', name: names[at], data: data.map((row) => number(row, at)), barMaxWidth: 26 })),
    };
  };

  const months = (place) => {
    const data = rows(place.dataset.table); const names = heads(place.dataset.table);
    return {
      legend: { top: 0 }, grid: { left: 70, right: 16, top: 36, bottom: 40 },
      xAxis: { type: 'category', data: data.map((row) => text(row, 0)) },
      yAxis: { type: 'value', axisLabel: { formatter: money } },
      series: [
        { type: 'bar', name: names[1], data: data.map((row) => number(row, 1)), barMaxWidth: 14, itemStyle: { color: '#94a3b8' } },
        { type: 'line', name: names[2], data: data.map((row) => number(row, 2)), symbol: 'none', lineStyle: { width: 3 }, itemStyle: { color: '#0e7490' } },
        { type: 'line', name: names[3], data: data.map((row) => number(row, 3)), symbol: 'none', lineStyle: { width: 2, type: 'dashed' }, itemStyle: { color: '#b45309' } }],
    };
  };

  const timeline = (place) => {
    const data = rows(place.dataset.table); const names = heads(place.dataset.table);
    const day = (row, at) => /^\d{4}-\d\d-\d\d$/.test(text(row, at)) ? text(row, at) : null;
    const titles = data.map((row) => text(row, 0));
    const points = (at) => data.map((row, index) => [day(row, at), index]).filter((point) => point[0]);
    return {
      legend: { top: 0 }, grid: { left: narrow(place) ? 110 : 230, right: 30, top: 36, bottom: 30 },
      xAxis: { type: 'time', min: place.dataset.from, max: place.dataset.until },
      yAxis: { type: 'category', data: titles, inverse: true, axisLabel: { width: narrow(place) ? 100 : 215, overflow: 'break' } },
      series: [
        { type: 'scatter', name: names[1], symbol: 'emptyDiamond', symbolSize: 16, data: points(1), itemStyle: { color: '#44555d' },
          markLine: { silent: true, symbol: 'none', lineStyle: { color: '#b45309', type: 'dashed' }, label: { formatter: place.dataset.todayLabel }, data: [{ xAxis: place.dataset.today }] } },
        { type: 'scatter', name: names[2], symbol: 'circle', symbolSize: 14, data: points(2), itemStyle: { color: '#0e7490' } }],
    };
  };

  const map = (place) => {
    const points = JSON.parse(place.dataset.points); const out = points.filter((one) => one.why);
    const point = (one) => ({ name: one.code, value: [one.x, one.y], one });
    const reach = Math.max(40, ...points.flatMap((one) => [Math.abs(one.x), Math.abs(one.y)])) + 12;
    // Names of points that lie together stand around them, one on each side, then further out.
    const sides = ['top', 'right', 'bottom', 'left'];
    const named = (one, index) => {
      const near = out.slice(0, index).filter((other) => Math.abs(other.x - one.x) < reach / 6 && Math.abs(other.y - one.y) < reach / 12).length;
      const side = sides[near % 4]; const away = 5 + 16 * Math.floor(near / 4);
      return { ...point(one), label: { position: side, distance: away } };
    };
    const axis = (name, place2) => ({ type: 'value', name, nameLocation: 'middle', nameGap: place2, min: -Math.ceil(reach / 10) * 10, max: Math.ceil(reach / 10) * 10,
      axisLabel: { formatter: (value) => (value > 0 ? '+' : '') + value }, splitLine: { lineStyle: { color: '#eef2f4' } } });
    return {
      legend: { top: 0 }, grid: { left: 64, right: 24, top: 36, bottom: 56 },
      xAxis: axis(place.dataset.x, 30), yAxis: axis(place.dataset.y, 44),
      tooltip: { trigger: 'item', formatter: (hit) => echarts.format.encodeHTML(`${hit.data.one.code} ${hit.data.one.title} ${hit.data.one.why}`) },
      series: [
        { type: 'scatter', name: place.dataset.fine, symbol: 'circle', symbolSize: 9, itemStyle: { color: '#0e7490', opacity: .55 }, data: points.filter((one) => !one.why).map(point) },
        { type: 'scatter', name: place.dataset.outlier, symbol: 'triangle', symbolSize: 14, itemStyle: { color: '#b91c1c' }, data: out.map(named),
          label: { show: true, formatter: (hit) => hit.name, fontSize: 11, color: '#1c2b33' }, labelLayout: { hideOverlap: out.length > 40 } }],
    };
  };

  const kinds = { lines, months, timeline, map };
  document.querySelectorAll('[data-figure]').forEach((place) => {
    place.classList.add('chart-drawn');
    const chart = echarts.init(place, null, { renderer: 'svg' });
    const draw = () => {
      chart.setOption({ color: COLOURS, animation: false, aria: { enabled: true, decal: { show: place.dataset.figure === 'lines' } },
        tooltip: { trigger: 'axis' }, ...kinds[place.dataset.figure](place) }, true);
      // A picture that was drawn for the window shrinks to the paper.
      const svg = place.querySelector('svg');
      svg.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    };
    draw();
    chart.on('click', (hit) => { if (hit.data && hit.data.one) { window.location = hit.data.one.url; } });
    new ResizeObserver(() => { if (!window.matchMedia('print').matches) { chart.resize(); draw(); } }).observe(place);
  });
})();
