// The page may listen to every change by the reader. The event bubbles, so one
// listener hears all widgets.
document.addEventListener("decision-change", ({ target, detail }) => {
  if (target.matches("article *")) document.querySelector("#verdict").textContent = detail.sentence;
});
