// The static page: its content is in window.CONTENT, its state in the controls.
const by = id => document.getElementById(id);
const CONFIG = { displaylogo: false, responsive: true, modeBarButtons: [['toImage']] };

function bare(rows) { return rows.map(row => row.slice(0, -1)); }

function table(rows) {
  const body = by('rows').querySelector('tbody');
  const fresh = document.createElement('tbody');
  for (const row of rows) {
    const line = fresh.insertRow();
    for (const cell of row) line.insertCell().textContent = cell ?? '';
  }
  body.replaceWith(fresh);
}

function download(rows) {
  const cell = text => typeof text === 'number' ? text : `"${text ?? ''}"`;
  const text = rows.map(row => row.map(cell).join(',')).join('\r\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  link.download = CONTENT.file;
  link.click();
}

function cut(trace, from, to) {
  const keep = trace.x.map((x, n) => n).filter(n => trace.x[n] >= from && trace.x[n] <= to + '~');
  const found = { ...trace };
  for (const part of ['x', 'y', 'customdata'])
    if (Array.isArray(trace[part])) found[part] = keep.map(n => trace[part][n]);
  return found;
}

function statistics() {
  const chosen = [...document.querySelectorAll('#places input:checked')].map(one => one.value);
  const [from, to] = [by('from').value, by('to').value];
  const data = [], labels = [];
  chosen.forEach((code, n) => {
    const place = CONTENT.places[code], colour = CONTENT.colours[n % 6];
    for (const one of place.traces) {
      const trace = cut(one, from, to);
      if (trace.fill) trace.fillcolor = colour + '29';
      else {
        trace.line = { ...trace.line, color: colour };
        trace.marker = { ...trace.marker, color: colour, symbol: CONTENT.symbols[n % 6] };
      }
      data.push(trace);
    }
    const end = data.at(-1), last = end.x.length - 1;
    labels.push({ text: place.name, x: end.x[last], y: end.y[last], xanchor: 'left', xshift: 8,
      showarrow: false, font: { size: 14, color: colour } });
  });
  const layout = { ...CONTENT.layout,
    annotations: [...CONTENT.layout.annotations, ...(labels.length > 1 ? labels : [])],
    margin: { ...CONTENT.layout.margin, r: labels.length > 1 ? 120 : 24 } };
  Plotly.react('chart', data, layout, CONFIG);
  const rows = chosen.flatMap(code => CONTENT.places[code].rows)
    .filter(row => row.at(-1) >= from && row.at(-1) <= to);
  by('answer').textContent = chosen.map(code => CONTENT.places[code].answer).join(' ');
  table(bare(rows));
  by('download').onclick = () => download(bare(rows));
}

function campaigns() {
  const event = CONTENT.events[by('event').value];
  Plotly.react('chart', event.figure.data, event.figure.layout, CONFIG);
  by('answer').textContent = event.answer;
  table(bare(event.rows));
  by('download').onclick = () => download(bare(event.rows));
}

fetch(document.body.dataset.content).then(reply => reply.json()).then(content => {
  window.CONTENT = content;
  const draw = content.places ? statistics : campaigns;
  if (content.years) Plotly.newPlot('years', content.years.data, content.years.layout, CONFIG);
  draw();
  document.addEventListener('change', draw);
});
