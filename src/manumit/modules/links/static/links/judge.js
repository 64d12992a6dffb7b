// Keys of the review queue: y, n, u choose the verdict, 1 to 7 the reason, Enter saves, z takes back. Never while typing.
"use strict";
const VERDICTS = { y: "yes", n: "no", u: "unsure" };
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const form = document.querySelector("form[data-judge]");
  const chosen = form && choice(form, event.key);
  if (chosen) {
    event.preventDefault();
    chosen.checked = true;
    chosen.focus();
  } else if (event.key === "Enter" && form && !event.target.closest("a, button, summary")) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "z") {
    document.querySelector("form[data-undo]")?.requestSubmit();
  }
});
function choice(form, key) {
  if (VERDICTS[key]) return form.querySelector(`input[name=verdict][value=${VERDICTS[key]}]`);
  return /^[1-9]$/.test(key) ? form.querySelectorAll("input[name=reason]")[Number(key) - 1] : null;
}
