// The board comes again every five seconds; what somebody has opened, and where the focus is, stays.
const board = document.getElementById("board");
const pause = document.getElementById("pause");
const away = document.getElementById("away");
const heard = document.getElementById("heard"); // only what was there before it changes is read aloud
let shown = board.innerHTML;
const sql = (details) => details.querySelector("pre").textContent; // heads may be alike, and change with the count

pause.addEventListener("click", () => {
  const paused = pause.getAttribute("aria-pressed") !== "true";
  pause.setAttribute("aria-pressed", String(paused));
});

async function refresh() {
  if (pause.getAttribute("aria-pressed") === "true" || document.hidden) return;
  let text;
  try {
    const answer = await fetch(`board.part?names=${board.dataset.names}`);
    if (!answer.ok) throw new Error(answer.status);
    text = await answer.text();
    away.textContent = "";
  } catch {
    if (!away.textContent)
      away.textContent = `The class's server does not answer since ${new Date().toLocaleTimeString()}; this is how it was.`;
    return;
  }
  if (text === shown || board.contains(document.activeElement)) return;
  const open = new Set([...board.querySelectorAll("details[open]")].map(sql));
  board.innerHTML = text;
  shown = text;
  const head = board.querySelector(".head").textContent;
  if (heard.textContent !== head) heard.textContent = head;
  for (const one of board.querySelectorAll("details")) one.open = open.has(sql(one));
}

setInterval(refresh, 5000);
