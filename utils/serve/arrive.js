
// Keeps a calm page in front of the app until what stands at its top has come, so that nothing jumps
// while it is built. The app draws behind it. Without this script nothing waits.
(() => {
  const MOST_MS = 3000; // from the first words of a page on; what comes later comes in sight
  const PATIENCE_MS = 20000; // until there are any
  const page = document.documentElement;
  // as Streamlit decides it: what a frame asks for, else what was chosen on this page before
  const theme = () => {
    const asked = new URLSearchParams(location.search).getAll("embed_options").join();
    if (asked.includes("_theme")) return asked;
    try {
      return localStorage.getItem(`stActiveTheme-${location.pathname}-v2`)?.toLowerCase() ?? "";
    } catch { // a browser may keep nothing
      return "";
    }
  };
  const colours = theme();
  page.dataset.arriving = ["light", "dark"].find((one) => colours.includes(one)) ?? "";

  const parts = (name, more = "") => [...document.querySelectorAll(`#root [data-testid="${name}"]${more}`)];
  const words = () => parts("stElementContainer", ' > :not([data-testid="stAppSkeleton"])');
  // a grey bar stands for a control whose script is on its way; that of a chart has its room already
  const chart = (bar) => bar.parentElement.offsetHeight > bar.offsetHeight;
  const waits = (bar) => !chart(bar) && bar.getBoundingClientRect().top < innerHeight;
  let limit = 0, ended = false;
  const arrived = () => {
    if (ended) return;
    ended = true;
    watch.disconnect();
    for (const kind of ["keydown", "pointerdown"]) removeEventListener(kind, arrived, true);
    // first the finished page is drawn out of sight, then it is shown
    requestAnimationFrame(() => requestAnimationFrame(() => {
      delete page.dataset.arriving;
      document.getElementById("root")?.removeAttribute("inert");
    }));
  };
  const look = () => {
    if (ended || !words().length) return;
    limit ||= setTimeout(arrived, MOST_MS);
    if (parts("stApp")[0]?.dataset.testScriptState !== "notRunning") return;
    // the script of charts holds up all controls for long: a reader has the words meanwhile, but for
    // a page whose list of choices would push them far
    const bars = parts("stSkeleton"), whole = "whole" in document.getElementById("arriving").dataset;
    if (!bars.some(waits) || (bars.some(chart) && !whole)) arrived();
  };
  const watch = new MutationObserver(look);
  setTimeout(arrived, PATIENCE_MS);
  // who presses something wants to be there now
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, arrived, true);
  document.addEventListener("DOMContentLoaded", () => {
    const root = document.getElementById("root");
    root.inert = !ended; // neither focus nor a screen reader goes where nothing is seen
    watch.observe(root, { subtree: true, childList: true, attributes: true });
    // a script that has run already draws its control sooner; one that fails is asked for again
    for (const link of document.querySelectorAll("link[data-soon]")) import(link.href).catch(() => {});
  });
})();
