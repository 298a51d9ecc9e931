
// Says a new answer aloud for screen readers: Streamlit has no live region but its coloured boxes.
// It copies what stands on the page already, once the page has settled, and stores nothing. It also
// names the language of the page anew when a reader has chosen another.
(() => {
  const SETTLED_MS = 500;
  const hidden = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
  const LANGUAGES = ["en", "es", "pt"];
  let said = "", place = "", timer = 0;

  const region = document.createElement("p");
  region.id = "announced";
  region.setAttribute("role", "status");
  region.style.cssText = hidden;

  const words = () => [...document.querySelectorAll('[data-testid="stMain"] h1, [class*="st-key-answer"]')]
    .map((part) => part.innerText.trim()).join(". ");

  // as utils/ui/tongue.py: what the address names, else what the browser asks for, else English
  const language = () => {
    const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
    return LANGUAGES.find((one) => asked.toLowerCase().startsWith(one)) ?? "en";
  };

  const settle = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== "notRunning") return wait();
    document.documentElement.lang = language();
    const now = words(), here = location.pathname;
    // the first answer of a page is read with the page
    if (now && now !== said && here === place) region.textContent = now;
    [said, place] = [now, here];
  };
  const wait = () => { clearTimeout(timer); timer = setTimeout(settle, SETTLED_MS); };

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(region);
    new MutationObserver(wait).observe(document.getElementById("root"), {
      subtree: true, childList: true, characterData: true,
    });
  });
})();
