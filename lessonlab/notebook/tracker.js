/*
 * Time spent with a lesson, counted in the page and kept until the kernel says that it has it.
 *
 * Ledger      what was counted and not yet acknowledged; pure, its clock is given to it
 * Tracker     a ledger, the page's events and one channel to a kernel; one of a kind in a page
 * initialize  gives a tracker its channel; render shows it
 *
 * Only differences of performance.now() are counted: nobody can set that clock.
 */

const DAY = 86_400; // seconds; the kernel takes no larger beat
const INPUTS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "timeupdate"]; // the last: a video plays
const PANEL = ".jp-NotebookPanel";
const WORDS = {
  counting: ["●", "counting"],
  idle: ["◐", "idle"],
  hidden: ["○", "hidden"],
  closed: ["■", "closed"],
};

/** Return an identifier that no other beat has; crypto.randomUUID is missing on plain http. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What was counted: `beats`, closed and waiting for an answer, and one that is still open. Times are ms. */
export class Ledger {
  constructor({ idle, now, saved = {} }) {
    this.idle = idle || Infinity;
    this.visible = true;
    this.acknowledged = 0;
    this.beats = saved.beats ?? [];
    this.open = { id: saved.id ?? newId(), ms: saved.ms ?? 0 };
    this.seen = this.input = now;
    this.close(); // a copy of this page may have the same open beat: what it counts from now on is another
  }

  state(now) {
    if (!this.visible) return "hidden";
    return now - this.input < this.idle ? "counting" : "idle";
  }

  /** Count up to `now`, but not past the moment at which the reader became idle. */
  advance(now) {
    const end = Math.min(now, this.input + this.idle);
    if (this.visible && end > this.seen) this.open.ms += end - this.seen;
    this.seen = now;
  }

  touch(now) {
    this.advance(now);
    this.input = now;
  }

  show(visible, now) {
    this.advance(now);
    if (visible && !this.visible) this.input = now;
    this.visible = visible;
  }

  /** The reader is at another page: stop here at once. */
  leave(now) {
    this.advance(now);
    this.input = -Infinity;
  }

  /** Close the open beat if it holds whole seconds; the fraction goes on to the next. */
  close() {
    while (this.open.ms >= 1000) {
      const seconds = Math.min(DAY, Math.floor(this.open.ms / 1000));
      this.beats.push({ id: this.open.id, seconds });
      this.open = { id: newId(), ms: this.open.ms - seconds * 1000 };
    }
  }

  acknowledge(id) {
    const beat = this.beats.find((each) => each.id === id);
    if (!beat) return; // an answer that came twice
    this.beats = this.beats.filter((each) => each !== beat);
    this.acknowledged += beat.seconds;
  }

  get pending() {
    return this.beats.reduce((sum, beat) => sum + beat.seconds, 0) + Math.floor(this.open.ms / 1000);
  }

  get saved() {
    return { beats: this.beats, id: this.open.id, ms: this.open.ms };
  }
}

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
    this.began = this.sent = now;
    this.asked = 0; // beats sent since the last answer
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
  hear({ target }) {
    const panel = target.closest?.(PANEL);
    if (panel && this.home && panel !== this.home) return;
    const now = performance.now();
    if (now - (this.told ?? -Infinity) > 1000) this.others.postMessage(page().id);
    this.told = now;
    this.change(() => this.ledger.touch(now));
  }

  get displayed() {
    const front = !this.home || (this.home.isConnected && this.home.getClientRects().length > 0);
    return document.visibilityState === "visible" && front;
  }

  tick() {
    const now = performance.now();
    this.change(() => this.ledger.show(this.displayed, now));
    if (now - this.sent >= this.interval) this.beat(this.ledger.beats.length === 0);
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
    this.beat(true);
    save(this.key, this.ledger.saved);
    this.draw();
  }

  /** Send every beat that has no answer, each under the name that it had before; first `close` the open one. */
  beat(close) {
    this.sent = performance.now();
    if (close) this.ledger.close();
    if (this.ledger.beats.length) this.asked += 1;
    for (const beat of this.ledger.beats) this.post({ kind: "beat", ...beat });
  }

  post(message) {
    if (this.cut) return;
    try {
      this.model.send(message);
    } catch {} // no kernel: it is sent again
  }

  /** Take the kernel's answer to a beat. */
  answer({ kind, id, message = "" }) {
    this.asked = 0;
    this.message = kind === "refused" ? message : "";
    if (kind === "recorded") this.ledger.acknowledge(id);
    save(this.key, this.ledger.saved);
    this.draw();
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
function delivery({ ledger, cut, message, asked }) {
  if (message) return `⚠ refused, and kept: ${message}`;
  if (cut) return "✂ the line is cut: what you spend is kept here";
  if (ledger.beats.length && asked > 1) return "… no answer from the kernel yet: it is kept, and sent again";
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
