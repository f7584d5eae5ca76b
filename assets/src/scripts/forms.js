// Shows only the fields that apply, counts characters, brings the error summary into focus.
// Without script all fields stand open, and the server reads only those that apply.
export function startForms(page) {
  page.querySelector("[data-focus]")?.focus();
  for (const form of page.querySelectorAll("form")) {
    const fit = () => {
      for (const part of form.querySelectorAll("[data-shown-for]")) part.hidden = !applies(form, part.dataset.shownFor);
      for (const group of form.querySelectorAll("[data-about]")) {
        const about = form.elements.namedItem("about")?.value ?? "";
        const wanted = group.dataset.about.split(" ").includes(about);
        group.hidden = !wanted;
        group.disabled = !wanted;
      }
      for (const area of form.querySelectorAll("[data-max]")) count(area);
    };
    form.addEventListener("input", fit);
    fit();
  }
}

/** `position=partly,refuse`: the field has one of these values. */
function applies(form, condition) {
  const [name, values] = condition.split("=");
  return values.split(",").includes(form.elements.namedItem(name)?.value ?? "");
}

function count(area) {
  const left = Number(area.dataset.max) - Array.from(area.value).length;
  const out = area.parentElement.querySelector("[data-left-out]");
  if (out && area.value) out.textContent = area.dataset.left.replace("{n}", left.toLocaleString(document.documentElement.lang));
}
