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

  function load() {
    document.querySelectorAll("button.explore").forEach((button) => button.remove());
    const plotly = document.createElement("script");
    plotly.src = script.dataset.plotly;
    plotly.addEventListener("load", () => {
      places.forEach(draw);
      dark.addEventListener("change", () => places.forEach(draw));
    });
    document.head.append(plotly);
  }

  function offer(place) {
    const button = document.createElement("button");
    button.className = "explore";
    button.textContent = "Explore this chart";
    button.addEventListener("click", load);
    place.after(button);
  }

  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((fold) => fold.setAttribute("open", ""));
  });
  // who saves data keeps the lines that are there already, until the chart is asked for
  const saving = navigator.connection && navigator.connection.saveData;
  if (saving || script.dataset.wait !== undefined) places.forEach(offer);
  else if (places.length > 0) load();
})();
