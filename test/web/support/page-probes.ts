/**
 * Runs in the page before its own script: notes errors, long tasks, dialogs and how long it takes from a key press to the
 * next patch painted. Plain text, because the tests' types know no DOM.
 */
export const PROBES = `
  globalThis.probes = { longTasks: [], paints: [] };
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.probes.longTasks.push(entry.duration); }).observe({ type: "longtask", buffered: true });
  const shown = () => document.querySelector(".queue-title")?.getAttribute("data-attempt") ?? "";
  addEventListener("keydown", (event) => {
    const from = performance.now();
    const before = shown();
    let frames = 0;
    const look = () => {
      frames += 1;
      if (shown() === before || shown() === "") { if (frames < 120) requestAnimationFrame(look); return; }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.probes.paints.push(performance.now() - from);
      port2.postMessage(0);
    };
    if (before !== "" && "ax ".includes(event.key)) requestAnimationFrame(look);
  }, true);
`;

/** Controls without a name that a screen reader could say, as HTML. */
export const NAMELESS = `[...document.querySelectorAll("button, a, input, select, textarea, [role=tab], [role=listbox], [role=region], [role=dialog]")]
  .filter((element) => element.checkVisibility())
  .filter((element) => !(element.getAttribute("aria-label") || element.getAttribute("aria-labelledby") || element.textContent.trim() || element.title || element.labels?.length))
  .map((element) => element.outerHTML.slice(0, 200))`;

/** Elements that a viewport of this width would have to scroll sideways for. */
export const TOO_WIDE = `document.documentElement.scrollWidth > document.documentElement.clientWidth + 1`;
