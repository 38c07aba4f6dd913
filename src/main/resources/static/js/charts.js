// Draws the charts of a page from the tables that stand beside them; without script the tables remain.
(() => {
  'use strict';
  const COLOURS = ['#0e7490', '#b45309', '#4d7c0f'];
  const number = (cell) => Number(cell.textContent.replace(/[^0-9.]/g, '')) || 0;

  const read = (table, columns) => {
    const rows = [...table.tBodies[0].rows];
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    return {
      names: rows.map((row) => row.cells[0].textContent.trim()),
      series: columns.map((at) => ({ name: heads[at], values: rows.map((row) => number(row.cells[at])) })),
    };
  };

  const label = { show: true, color: '#1c2b33' };
  const narrow = (place) => place.clientWidth < 480;
  const names = (data, place) => ({ type: 'category', data: data.names, inverse: true, axisTick: { show: false },
    axisLabel: { width: narrow(place) ? 104 : 190, overflow: 'break', fontSize: narrow(place) ? 11 : 12, interval: 0 } });
  const grid = (place, top, bottom) => ({ left: narrow(place) ? 116 : 206, right: 44, top, bottom, containLabel: false, outerBoundsMode: 'none' });

  const funnel = (data, place) => ({
    grid: grid(place, 8, 8),
    xAxis: { type: 'value', show: false },
    yAxis: names(data, place),
    series: data.series.map((one) => ({ type: 'bar', name: one.name, data: one.values, barMaxWidth: 26,
      itemStyle: { borderRadius: [0, 4, 4, 0] }, label: { ...label, position: 'right' } })),
  });

  const bars = (data, place) => ({
    legend: { top: 0 },
    grid: grid(place, 36, 28),
    xAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e7ecef' } } },
    yAxis: names(data, place),
    series: data.series.map((one) => ({ type: 'bar', name: one.name, data: one.values, barMaxWidth: 16,
      label: { ...label, position: 'right', fontSize: 11 } })),
  });

  const kinds = { funnel, bars };

  document.querySelectorAll('[data-chart]').forEach((place) => {
    const table = document.getElementById(place.dataset.table);
    if (!table || !window.echarts) { return; }
    const columns = (place.dataset.columns || '1').split(',').map(Number);
    place.classList.add('chart-drawn');
    const chart = echarts.init(place, null, { renderer: 'svg' });
    const draw = () => chart.setOption({ color: COLOURS, animation: false, tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      ...kinds[place.dataset.chart](read(table, columns), place) }, true);
    draw();
    new ResizeObserver(() => { chart.resize(); draw(); }).observe(place);
  });
})();
