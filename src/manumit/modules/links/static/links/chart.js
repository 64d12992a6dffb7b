// The sliders of years say where they stand while they move, and draw anew once they rest. Without this the button draws.
"use strict";
const form = document.querySelector("form[data-chart]");
form.addEventListener("input", (event) => {
  const told = form.querySelector(`output[for="${event.target.id}"]`);
  if (told) told.value = event.target.value;
});
form.addEventListener("change", async (event) => {
  if (event.target.type !== "range") return;
  const address = `?${new URLSearchParams(new FormData(form))}`;
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return form.submit();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.getElementById("drawn").replaceWith(page.getElementById("drawn"));
  history.replaceState(null, "", address);
});
