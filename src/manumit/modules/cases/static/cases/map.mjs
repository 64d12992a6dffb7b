// The map of cases. The page works without it: the table below says the same. Nothing comes from elsewhere, nothing is stored.
const place = document.getElementById("map");
const status = document.getElementById("map-status");
const facts = place.dataset;
const FEW_DEGREES = 5;
const COUNTIES_FROM = 5.5;
const VIEWS = { lower48: [[-127, 23], [-65, 50.5]], alaska: [[-172, 51], [-129, 72]], hawaii: [[-161, 18.5], [-154, 22.6]] };
const MANY = 100;
const APART_PX = 56; // a spot is 28 pixels high and may be twice as wide

const shapes = async (address, name) => {
  const topology = await (await fetch(address, { credentials: "same-origin" })).json();
  return window.topojson.feature(topology, topology.objects[name]);
};

const style = (states) => ({
  version: 8,
  sources: { states: { type: "geojson", data: states } },
  layers: [
    { id: "sea", type: "background", paint: { "background-color": "#dfe8ee" } },
    { id: "land", type: "fill", source: "states", paint: { "fill-color": "#fbfaf6" } },
    { id: "borders", type: "line", source: "states", paint: { "line-color": "#71767a", "line-width": 1 } },
  ],
});

const spot = (map, library, [latitude, longitude, count, number]) => {
  const alone = count === 1 && number;
  const mark = document.createElement(alone ? "a" : "button");
  mark.className = count >= MANY ? "m-spot m-spot--many" : "m-spot";
  mark.textContent = alone ? "1" : String(count);
  if (alone) {
    mark.href = `${facts.case}${number}/`;
    mark.setAttribute("aria-label", `1: ${facts.one} ${number}`);
  } else {
    mark.type = "button";
    mark.setAttribute("aria-label", `${count} ${facts.many}`);
    mark.addEventListener("click", () => map.easeTo({ center: [longitude, latitude], zoom: map.getZoom() + 2 }));
  }
  return new library.Marker({ element: mark }).setLngLat([longitude, latitude]).addTo(map);
};

// Spots that would overlap on the screen become one, the largest first: nobody can press half of a number.
const apart = (map, spots) => [...spots].sort((one, other) => other[2] - one[2]).reduce((kept, [latitude, longitude, count, number]) => {
  const at = map.project([longitude, latitude]);
  const near = kept.find((each) => Math.abs(each.at.x - at.x) < APART_PX && Math.abs(each.at.y - at.y) < APART_PX);
  if (near) { near.spot = [near.spot[0], near.spot[1], near.spot[2] + count, ""]; } else { kept.push({ at, spot: [latitude, longitude, count, number] }); }
  return kept;
}, []).map((each) => each.spot);

const address = (map) => {
  const bounds = map.getBounds();
  const asked = new URL(facts.points, window.location.href);
  document.querySelectorAll("[data-map-years] input[type=range]").forEach((one) => asked.searchParams.set(one.name, one.value));
  const clip = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(FEW_DEGREES);
  asked.searchParams.set("box", [clip(bounds.getWest(), 180), clip(bounds.getSouth(), 90), clip(bounds.getEast(), 180), clip(bounds.getNorth(), 90)].join(","));
  return asked;
};

const zoomButtons = (map) => {
  const box = document.createElement("div");
  box.className = "m-map__zoom";
  [["+", facts.nearer, () => map.zoomIn()], ["−", facts.farther, () => map.zoomOut()]].forEach(([sign, name, act]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", act);
    box.append(button);
  });
  place.append(box);
};

const draw = async () => {
  const library = await import(facts.library);
  library.setWorkerUrl(facts.worker);
  const states = await shapes(facts.states, "states");
  place.hidden = false;
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = new library.Map({
    container: place, style: style(states), bounds: VIEWS.lower48, attributionControl: false, maxZoom: 14, fadeDuration: 0,
    dragRotate: false, pitchWithRotate: false, renderWorldCopies: false, locale: { "Map.Title": "" },
  });
  if (still) { map.easeTo = (options) => map.jumpTo(options); }
  zoomButtons(map);
  let marks = [];
  let asking = 0;
  const refresh = async () => {
    const turn = ++asking;
    const answer = await fetch(address(map), { credentials: "same-origin" });
    if (!answer.ok || turn !== asking) { return; }
    const found = await answer.json();
    marks.forEach((mark) => mark.remove());
    marks = apart(map, found.spots).map((one) => spot(map, library, one));
    status.textContent = `${found.cases} ${found.capped ? facts.newest : facts.all}`;
    place.dataset.drawn = String(turn);
  };
  const counties = async () => {
    if (map.getZoom() < COUNTIES_FROM || map.getSource("counties")) { return; }
    map.addSource("counties", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
    map.addLayer({ id: "county-borders", type: "line", source: "counties", paint: { "line-color": "#a9aeb1", "line-width": 0.5 } }, "borders");
    map.getSource("counties").setData(await shapes(facts.counties, "counties"));
  };
  document.querySelectorAll("[data-map-view]").forEach((named) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "usa-button usa-button--unstyled";
    button.textContent = named.dataset.mapName;
    button.addEventListener("click", () => map.fitBounds(VIEWS[named.dataset.mapView], { animate: !still }));
    named.replaceWith(button);
  });
  map.on("load", refresh);
  map.on("moveend", () => { refresh(); counties(); });
  const form = document.querySelector("[data-map-years]");
  form.addEventListener("input", (event) => { event.target.parentElement.querySelector("output").textContent = event.target.value; });
  form.addEventListener("change", refresh);
};

draw().catch(() => { place.hidden = true; status.textContent = facts.failed; });
