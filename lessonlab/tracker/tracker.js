/*
 * Time spent with a lesson, counted in the page and kept until the kernel says that it has it.
 *
 * Tracker     a ledger, the page's events and one channel to a kernel; one of a kind in a page
 * initialize  gives a tracker its channel; render shows it
 *
 * Only differences of performance.now() are counted: nobody can set that clock.  This file follows ledger.js.
 */

const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "timeupdate"]; // the last: a video plays
const PANEL = ".jp-NotebookPanel";
const WORDS = {
  counting: ["●", "counting"],
  idle: ["◐", "idle"],
  hidden: ["○", "hidden"],
  closed: ["■", "closed"],
};

/** What all trackers of a page share, whichever copy of this module they come from. */
function page() {
  const name = Symbol.for("lessonlab.trackers");
  return (globalThis[name] ??= { id: newId(), trackers: new Map(), memory: new Map() });
}

function load(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? {};
  } catch {
    return page().memory.get(key) ?? {};
  }
}

function save(key, value) {
  page().memory.set(key, value);
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {} // full or forbidden: then it lives as long as the page
}

export class Tracker {
  constructor(model) {
    this.model = model;
    this.key = `lessonlab:${model.get("key")}`;
    this.interval = model.get("interval") * 1000;
    const now = performance.now();
    this.ledger = new Ledger({ idle: model.get("idle") * 1000, now, saved: load(this.key) });
    this.began = now;
    this.told = -Infinity;
    this.sent = this.ledger.beats.length ? -Infinity : now; // what was kept goes first
    this.cut = false;
    this.message = "";
    this.log = [];
    this.watchers = new Set();
    this.home = null;
    this.listen();
    this.tick();
  }

  listen() {
    this.stop = new AbortController();
    const { signal } = this.stop;
    for (const name of INPUTS)
      document.addEventListener(name, (event) => this.hear(event), { capture: true, passive: true, signal });
    document.addEventListener("visibilitychange", () => this.tick(), { signal });
    addEventListener("pagehide", () => this.flush(), { signal });
    this.others = new BroadcastChannel("lessonlab.tracker");
    this.others.onmessage = ({ data }) => data !== page().id && this.change(() => this.ledger.leave(performance.now()));
    const pause = Math.min(1000, this.interval / 4, this.ledger.idle / 4);
    this.timer = setInterval(() => this.tick(), Math.max(50, pause));
  }

  /** An input counts here unless it goes to another notebook in the same window. */
  hear(event) {
    if (this.mayEnd(event)) this.flush();
    const panel = event.target.closest?.(PANEL);
    if (panel && this.home && panel !== this.home) return;
    const now = performance.now();
    if (now - this.told > 1000) {
      this.others.postMessage(page().id); // a reader is in one place: who else counts may stop
      this.told = now;
    }
    this.change(() => this.ledger.touch(now));
  }

  /** A click beside the notebook or a shortcut may close it, and then its kernel hears nothing any more. */
  mayEnd({ type, target, ctrlKey, altKey, metaKey }) {
    if (type === "keydown") return ctrlKey || altKey || metaKey;
    return type === "pointerdown" && !this.home?.contains(target);
  }

  get displayed() {
    const front = !this.home || (this.home.isConnected && this.home.getClientRects().length > 0);
    return document.visibilityState === "visible" && front;
  }

  tick() {
    const now = performance.now();
    this.change(() => this.ledger.show(this.displayed, now));
    if (now - this.sent >= this.interval) this.beat();
    save(this.key, this.ledger.saved);
    this.draw();
  }

  /** Do `step`; where it ends the counting, send what there is: this may be the last that is heard of us. */
  change(step) {
    step();
    const state = this.ledger.state(performance.now());
    if (state === this.log.at(-1)?.state) return;
    this.log.push({ state, at: performance.now() - this.began });
    if (state !== "counting") this.flush();
    this.draw();
  }

  /** Count to this moment, and send all of it now. */
  flush() {
    this.ledger.advance(performance.now());
    this.beat();
    save(this.key, this.ledger.saved);
    this.draw();
  }

  beat() {
    this.sent = performance.now();
    this.ledger.close();
    this.send();
  }

  /** Send what is new, and the first that had no answer, under the name that it had before. */
  send() {
    for (const { id, seconds } of this.ledger.due(performance.now(), this.interval))
      this.post({ kind: "beat", id, seconds });
  }

  post(message) {
    if (this.cut) return;
    try {
      this.model.send(message);
    } catch {} // no kernel: it is sent again
  }

  /** Take the kernel's answer to a beat. */
  answer({ kind, id, message = "" }) {
    this.message = kind === "refused" ? message : "";
    if (kind === "recorded") {
      this.ledger.acknowledge(id);
      this.send(); // it listens again: the next that had no answer
    }
    save(this.key, this.ledger.saved);
    this.draw();
  }

  /** Whether a beat is out for longer than the next one should take. */
  get unheard() {
    const now = performance.now();
    return this.ledger.beats.some(({ first }) => now - first >= this.interval);
  }

  close() {
    if (this.stop.signal.aborted) return; // another has taken over, and what is kept is its
    this.flush();
    this.stop.abort();
    clearInterval(this.timer);
    this.others.close();
    this.log.push({ state: "closed", at: performance.now() - this.began });
    this.draw();
  }

  draw() {
    for (const watcher of this.watchers) watcher(this);
  }
}

function initialize({ model }) {
  const { trackers } = page();
  const key = model.get("key");
  trackers.get(key)?.close(); // its kernel is gone, or its cell was run again; what it kept is taken over
  const tracker = new Tracker(model);
  trackers.set(key, tracker);
  const hear = (message) => tracker.answer(message);
  model.on("msg:custom", hear);
  return () => {
    model.off("msg:custom", hear);
    tracker.close();
    if (trackers.get(key) === tracker) trackers.delete(key);
  };
}

/** Return `seconds` as a clock shows them: 75 is 1:15. */
export function clock(seconds) {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** Return what the page has to say of the kernel, in words. */
function delivery({ cut, message, unheard }) {
  if (cut) return "✂ the line is cut: what you spend is kept here";
  if (message) return `⚠ refused, and kept: ${message}`;
  if (unheard) return "… no answer from the kernel yet: it is kept, and sent again";
  return "";
}

function make(parent, tag, className, text = "") {
  const made = document.createElement(tag);
  made.className = `lessonlab-tracker-${className}`;
  made.textContent = text;
  return parent.appendChild(made);
}

function render({ model, el }) {
  const tracker = page().trackers.get(model.get("key"));
  const box = make(el, "div", "box");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `time tracker: ${model.get("label")}`);
  const state = make(box, "strong", "state");
  state.setAttribute("role", "status"); // read out when it changes; the seconds are not
  const spent = make(box, "span", "spent");
  const send = make(box, "button", "send", "Send now");
  const cut = make(box, "button", "cut", "Cut the line");
  const said = make(box, "div", "said");
  said.setAttribute("role", "status");
  const log = make(box, "div", "log");
  send.onclick = () => tracker.flush();
  cut.onclick = () => {
    tracker.cut = !tracker.cut;
    tracker.flush();
  };
  const put = (element, text) => element.textContent === text || (element.textContent = text);
  const draw = ({ ledger }) => {
    tracker.home ??= el.closest(PANEL);
    const { state: now } = tracker.log.at(-1);
    const { pending, acknowledged } = ledger;
    put(state, WORDS[now].join(" "));
    put(spent, `in the row ${model.get("row")} s · from here ${acknowledged} s · not there yet ${pending} s`);
    put(cut, tracker.cut ? "Mend the line" : "Cut the line");
    put(said, delivery(tracker));
    put(log, tracker.log.slice(-6).map(({ state, at }) => `${clock(at / 1000)} ${state}`).join(" · "));
    send.disabled = cut.disabled = now === "closed";
  };
  tracker.watchers.add(draw);
  draw(tracker);
  return () => tracker.watchers.delete(draw);
}

export default { initialize, render };
