// A page with its events, a server that a cell answers for, and a pool on the reader's own session.
(() => {
  class Event {
    constructor(type, more = {}) { Object.assign(this, { type, ...more }); }
    preventDefault() {}
  }
  class EventTarget {
    #heard = new Map();
    addEventListener(type, listener) { this.#of(type).add(listener); }
    removeEventListener(type, listener) { this.#of(type).delete(listener); }
    dispatchEvent(event) {
      event.target ??= this;
      for (const listener of [...this.#of(event.type)]) {
        host.call(typeof listener === "function" ? listener : listener.handleEvent, [event]);
      }
      if (typeof this[`on${event.type}`] === "function") host.call(this[`on${event.type}`], [event]);
      return true;
    }
    forget() { this.#heard.clear(); }
    #of(type) {
      if (!this.#heard.has(type)) this.#heard.set(type, new Set());
      return this.#heard.get(type);
    }
  }

  const document = Object.assign(new EventTarget(), { hidden: false, visibilityState: "visible", title: "" });
  const windows = new EventTarget();
  const seen = (hidden) => {
    if (document.hidden === hidden) return;
    Object.assign(document, { hidden, visibilityState: hidden ? "hidden" : "visible" });
    document.dispatchEvent(new Event("visibilitychange"));
  };
  const page = {
    hide: () => seen(true),
    show: () => seen(false),
    // What the reader of the page does: page.touch("scroll")
    touch: (type = "mousedown") => { document.dispatchEvent(new Event(type)); windows.dispatchEvent(new Event(type)); },
    // The tab is closed as a desktop's browser closes it, with all events.
    leave: () => {
      windows.dispatchEvent(new Event("beforeunload"));
      windows.dispatchEvent(new Event("pagehide"));
      seen(true);
      page.kill();
    },
    // The tab ends without a word: a phone's system, a crash, an empty battery.  The next one is another.
    kill: () => {
      host.clock.stopAll();
      document.forget();
      windows.forget();
      Object.assign(document, { hidden: false, visibilityState: "visible" });
    },
  };

  class Response {
    constructor(value, status = 200) { Object.assign(this, { status, ok: status >= 200 && status < 300, body: value }); }
    async json() { return this.body; }
    async text() { return typeof this.body === "string" ? this.body : JSON.stringify(this.body); }
  }
  const parsed = (body) => {
    try { return JSON.parse(body); } catch { return body ?? null; }
  };
  // What arrived is in `requests`; `answer` is called with each, after `takes` milliseconds.
  let since = 0;
  const server = {
    requests: [], takes: 0, down: false, losesAnswers: false, answer: () => null,
    forget() { since = host.clock.passed(); Object.assign(server, { requests: [], takes: 0, down: false, losesAnswers: false, answer: () => null }); },
  };
  const ask = async (method, url, body) => {
    const request = { at: (host.clock.passed() - since) / 1000, method, url, body: parsed(body) };
    if (server.takes) await host.clock.sleep(server.takes);
    if (server.down) throw new TypeError("Failed to fetch");
    server.requests.push(request);
    try {
      const value = await server.answer(request);
      if (server.losesAnswers) throw Object.assign(new TypeError("Failed to fetch"), { lost: true });
      return value instanceof Response ? value : new Response(value ?? null);
    } catch (error) {
      if (error?.lost) throw error;
      console.error(`the server's own error: ${host.told(error)}`);
      return new Response({ error: host.told(error) }, 500);
    }
  };
  const fetch = (url, { method = "GET", body } = {}) => ask(method, String(url), body);
  const navigator = {
    onLine: true,
    sendBeacon: (url, body) => { ask("POST", String(url), body).catch(() => {}); return true; },
  };

  // As node-postgres does it: every value is sent as a text, and an array as PostgreSQL's.
  const sent = (value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return value.toISOString();
    if (Array.isArray(value)) return listed(value);
    return typeof value === "object" ? JSON.stringify(value) : String(value);
  };
  const listed = (values) => `{${values.map((value) => {
    if (Array.isArray(value)) return listed(value);
    const text = sent(value);
    return text === null ? "NULL" : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  }).join(",")}}`;
  class DatabaseError extends Error {
    get name() { return "DatabaseError"; }
  }
  const received = host.received = (key, value) => (value?.$date === undefined ? value : new Date(value.$date));
  const query = async (text, values) => {
    if (typeof text === "object" && text !== null) [text, values] = [text.text, text.values ?? values];
    const parameters = values === undefined ? null : Array.from(values, sent);
    const said = await host.ask({ text: String(text), parameters });
    const answer = JSON.parse(said, received);
    if (answer.error) throw Object.assign(new DatabaseError(answer.error.message), answer.error);
    return answer;
  };
  const pool = { query, connect: async () => ({ query, release() {} }), end: async () => {} };

  Object.assign(globalThis, { Event, EventTarget, Response, document, page, server, fetch, navigator, pool });
  globalThis.window = globalThis.self = globalThis;
  for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"]) {
    globalThis[name] = windows[name].bind(windows);
  }
})();
