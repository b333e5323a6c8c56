/*
 * What a page has counted and the kernel has not acknowledged: pure, the clock is given to it.
 */

const DAY = 86_400; // seconds; the kernel takes no larger beat

/** Return an identifier that no other beat has; crypto.randomUUID is missing on plain http. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** What was counted: `beats`, closed and waiting for an answer, and `open` on top of them. Times are ms. */
export class Ledger {
  constructor({ idle, now, saved = {} }) {
    this.idle = idle || Infinity;
    this.visible = true;
    this.acknowledged = 0;
    this.beats = Array.isArray(saved.beats) ? saved.beats : [];
    this.open = saved.open ?? 0;
    this.seen = this.input = now;
  }

  state(now) {
    if (!this.visible) return "hidden";
    return now - this.input < this.idle ? "counting" : "idle";
  }

  /** Count up to `now`, but not past the moment at which the reader became idle. */
  advance(now) {
    const end = Math.min(now, this.input + this.idle);
    if (this.visible && end > this.seen) this.open += end - this.seen;
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

  /** Make a beat of the whole seconds; the fraction goes on to the next. From now on it does not change. */
  close() {
    while (this.open >= 1000) {
      const seconds = Math.min(DAY, Math.floor(this.open / 1000));
      this.beats.push({ id: newId(), seconds });
      this.open -= seconds * 1000;
    }
  }

  /** Return what to send: each new beat, and of those that had no answer for `pause` the first. */
  due(now, pause) {
    const late = this.beats.find(({ sent }) => now - sent >= pause);
    const due = this.beats.filter((beat) => beat.sent === undefined || beat === late);
    for (const beat of due) Object.assign(beat, { sent: now, first: beat.first ?? now });
    return due;
  }

  acknowledge(id) {
    const beat = this.beats.find((each) => each.id === id);
    if (!beat) return; // an answer that came twice
    this.beats = this.beats.filter((each) => each !== beat);
    this.acknowledged += beat.seconds;
  }

  get pending() {
    return this.beats.reduce((sum, beat) => sum + beat.seconds, 0) + Math.floor(this.open / 1000);
  }

  /** What outlives the page: a beat may be sent from two copies of it, the open rest only by one. */
  get saved() {
    return { beats: this.beats.map(({ id, seconds }) => ({ id, seconds })), open: this.open % 1000 };
  }
}

