// A cell read: V8 itself says where a statement ends, by what it can compile.  Nothing here is run.
const AsyncFunction = (async () => {}).constructor;
const compiles = (Kind, text) => {
  try { return Boolean(new Kind(text)); } catch { return false; }
};
const isWhole = (text) => compiles(AsyncFunction, text);
const isValue = (text) => compiles(AsyncFunction, `return (1 ? ${text}\n: 0)`);
const waits = (text) => /\bawait\b/.test(text) && isWhole(text) && !compiles(Function, `(class { static {\n${text}\n} })`);
const GOES_ON = /^\s*(?:[-+*%.,?:&|^=<>([`]|\/(?![/*])|in\b|instanceof\b)/;
const NAMED = /^(\s*(?:(?:\/\/[^\n]*\n|\/\*[^]*?\*\/)\s*)*)(const|let|var)\s/;
const CLASS = /^(\s*(?:(?:\/\/[^\n]*\n|\/\*[^]*?\*\/)\s*)*)class(\s+)([\w$]+)/;
const EMPTY = /^[\s;]*(?:(?:\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)[\s;]*)*$/;

// Where one statement may end and the next begin: behind a line, or behind a semicolon.
function* ends(text, from) {
  for (let at = from; at < text.length; at += 1) if (text[at] === "\n" || text[at] === ";") yield at + 1;
  yield text.length;
}
function statements(text) {
  const found = [];
  for (let from = 0; from < text.length;) {
    let end = text.length;
    for (const at of ends(text, from)) {
      const [one, rest] = [text.slice(from, at), text.slice(at)];
      if (EMPTY.test(one) && at < text.length) continue;
      const inComment = text[at - 1] !== "\n" && isWhole(`${one}@`);
      if (inComment || !isWhole(one) || !isWhole(rest)) continue;
      if (GOES_ON.test(rest) && isWhole(`${one}\n in x`)) continue; // what could be gone on with is gone on with
      end = at;
      break;
    }
    found.push({ from, text: text.slice(from, end) });
    from = end;
  }
  return found;
}

// `const x = await y` as its two halves: the name, or the pattern of names, and the value.
function halves(text) {
  const start = NAMED.exec(text);
  if (!start) return null;
  const body = text.slice(start[0].length);
  for (let at = body.indexOf("="); at >= 0; at = body.indexOf("=", at + 1)) {
    const [left, right] = [body.slice(0, at), withoutEnd(body.slice(at + 1))];
    if (right !== null && compiles(Function, `var ${left} = {}`)) return { names: `var ${left}`, value: right };
  }
  return null;
}
function withoutEnd(text) {
  for (let at = text.length; at > 0; at = text.lastIndexOf(";", at - 1)) {
    const value = text.slice(0, at);
    if (at < text.length && !EMPTY.test(text.slice(at))) return null;
    if (isValue(value)) return value;
  }
  return null;
}

// What a statement makes at the top of a cell may be made again: cells are run more than once.
const again = (text) => text
  .replace(NAMED, (all, before, word) => `${before}${"var".padEnd(word.length)}${all.at(-1)}`)
  .replace(CLASS, "$1var $3 = class$2$3");

function step({ from, text }, whole) {
  const pad = "\n".repeat(whole.slice(0, from).split("\n").length - 1);
  if (!waits(text)) return { script: pad + again(text) };
  const parts = halves(text);
  if (parts) return { awaited: `${pad}(async () => (${lines(text, parts.value)}${parts.value}\n))()`, names: parts.names };
  if (NAMED.test(text)) return { refused: "one name is made where a value is awaited: a const, let or var of its own" };
  const value = withoutEnd(text);
  return { awaited: `${pad}(async () => {${value === null ? text : `return (${value}\n)`}\n})()` };
}
// The line breaks of a declaration before its value: an error names the line that was typed.
const lines = (text, value) => "\n".repeat(text.slice(0, text.lastIndexOf(value)).split("\n").length - 1);

// The steps in which a cell is run: all at once, or one by one where its top level awaits; functions first.
host.steps = (text) => {
  if (!waits(text)) {
    const script = isWhole(text) ? statements(text).map((one) => again(one.text)).join("") : text;
    return JSON.stringify([{ script }]);
  }
  const isFunction = (one) => /^\s*(async\s+)?function\b/.test(one.text);
  const every = statements(text).filter((one) => !EMPTY.test(one.text));
  return JSON.stringify([...every.filter(isFunction), ...every.filter((one) => !isFunction(one))].map((one) => step(one, text)));
};

let awaited = null;
Object.assign(host, {
  watch: (promise) => {
    awaited = { settled: false };
    const mine = awaited;
    promise.then(
      (value) => Object.assign(mine, { settled: true, value }),
      (error) => Object.assign(mine, { settled: true, failed: true, error }),
    );
  },
  // What is next: the database is asked, something happened, all is done, or nothing will ever come.
  turn: (isWaiting) => {
    if (host.isAsking()) return "ask";
    if (host.clock.isAwaited()) host.clock.release();
    else if (!isWaiting || awaited.settled) return "done";
    else if (host.clock.isDue()) host.clock.tick();
    else return "stuck";
    return "again";
  },
  hasFailed: () => Boolean(awaited.failed),
  awaitedValue: () => awaited.value,
  failure: () => JSON.stringify({ told: host.told(awaited.error), stack: String(awaited.error?.stack ?? "") }),
  // What of a cell's value is shown, and what goes to Python, as JSON; undefined is nothing there.
  display: (value) => (value === undefined ? "" : host.shown(value)),
  given: (value) => {
    try { return JSON.stringify(value) ?? "null"; } catch { return ""; }
  },
  name: (name, text) => { globalThis[name] = JSON.parse(text, host.received); },
  keep: (value) => { globalThis.$awaited = value; },
  forget: () => { delete globalThis.$awaited; },
});
