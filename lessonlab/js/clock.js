// A clock that stands still until a cell moves it; Date, performance and all timers read it.
host.clock = (() => {
  const RealDate = Date;
  const timers = new Map();
  let now = RealDate.parse("2024-01-15T09:00:00Z");
  let begun = now;
  let last = 0;
  let waiting = []; // those who wait until nothing else is to do at this moment

  class Clock {
    lateness = 0; // milliseconds by which each timer comes late, or a function that gives them
    get now() { return now; }
    set(moment) {
      const wanted = new RealDate(moment).getTime();
      if (Number.isNaN(wanted)) throw new RangeError(`clock.set: no moment: ${moment}`);
      now = begun = wanted;
      for (const timer of timers.values()) timer.due = timer.planned = now + timer.every;
    }
    async advance(milliseconds) {
      const until = now + Number(milliseconds);
      if (!(until >= now)) throw new RangeError(`clock.advance: want milliseconds, have ${milliseconds}`);
      for (await idle(); earliest() && earliest().due <= until; await idle()) tick();
      now = Math.max(now, until);
      await idle();
    }
    toString() { return new RealDate(now).toISOString(); }
  }
  const clock = new Clock();

  const idle = () => new Promise((resolve) => waiting.push(resolve));
  const late = () => Number(typeof clock.lateness === "function" ? clock.lateness() : clock.lateness) || 0;
  const earliest = () => {
    let first;
    for (const timer of timers.values()) if (!first || timer.due < first.due) first = timer;
    return first;
  };
  const start = (action, delay, repeats, words) => {
    if (typeof action !== "function") throw new TypeError("a timer wants a function");
    const every = Math.max(Number(delay) || 0, repeats ? 1 : 0);
    const planned = now + every;
    timers.set(++last, { id: last, action, every, repeats, words, planned, due: planned + late() });
    return last;
  };
  const stop = (id) => void timers.delete(id);

  // Let the earliest timer happen.  An interval that comes late is not moved by it, as in Chrome.
  function tick() {
    const timer = earliest();
    now = Math.max(now, timer.due);
    if (timer.repeats) timer.due = (timer.planned += timer.every) + late();
    else timers.delete(timer.id);
    host.call(timer.action, timer.words);
  }

  const moved = (parts) => (parts.length ? parts : [now]);
  RealDate.now = () => now;
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, parts, made) =>
      Reflect.construct(real, moved(parts), made === globalThis.Date ? real : made),
    apply: () => new RealDate(now).toString(),
  });
  RealDate.prototype.constructor = globalThis.Date;
  delete globalThis.Temporal; // it would read the machine's clock
  const { get: formatter } = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, "format");
  Object.defineProperty(Intl.DateTimeFormat.prototype, "format", {
    configurable: true,
    get() {
      const format = formatter.call(this);
      return (moment = now) => format(moment);
    },
  });

  Object.assign(globalThis, {
    clock,
    performance: { now: () => now - begun, get timeOrigin() { return begun; } },
    setTimeout: (action, delay, ...words) => start(action, delay, false, words),
    setInterval: (action, delay, ...words) => start(action, delay, true, words),
    clearTimeout: stop,
    clearInterval: stop,
  });

  return {
    passed: () => now - begun,
    // Wait without being late: what a network does is no timer of the page.
    sleep: (delay) => new Promise((resolve) => {
      timers.set(++last, { id: last, action: resolve, every: delay, own: true, words: [], due: now + delay });
    }),
    stopAll: () => { for (const timer of [...timers.values()]) if (!timer.own) timers.delete(timer.id); },
    isDue: () => timers.size > 0,
    isAwaited: () => waiting.length > 0,
    release: () => { for (const resolve of waiting.splice(0)) resolve(); },
    tick,
  };
})();
