/* Draws the charts of a page from the data that it carries. Without it the page has lines and tables. */
"use strict";
(() => {
  const script = document.currentScript;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const places = [...document.querySelectorAll("[data-chart]")];
  const config = { displayModeBar: false, displaylogo: false, responsive: true };

  function figure(place) {
    const { figure, dark: changes } = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    for (const [path, value] of dark.matches ? changes : []) {
      const last = path[path.length - 1];
      path.slice(0, -1).reduce((part, step) => part[step], figure)[last] = value;
    }
    return figure;
  }

  function draw(place) {
    const sketch = place.querySelector(".sketch");
    const plot = place.querySelector(".plot") || place.appendChild(document.createElement("div"));
    plot.className = "plot";
    const { data, layout } = figure(place);
    sketch.hidden = true;
    sketch.style.display = "none";
    return Plotly.react(plot, data, layout, config).then(() => place.setAttribute("data-drawn", ""));
  }

  function all() {
    places.forEach(draw);
    dark.addEventListener("change", () => places.forEach(draw));
  }

  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((fold) => fold.setAttribute("open", ""));
  });
  // who saves data keeps the lines that are there already
  if (places.length === 0 || (navigator.connection && navigator.connection.saveData)) return;
  const plotly = document.createElement("script");
  plotly.src = script.dataset.plotly;
  plotly.addEventListener("load", all);
  document.head.append(plotly);
})();
