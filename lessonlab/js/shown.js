// How a value is shown, what the console says, and who is asked outside of this world.
const LINES = 1000; // of a cell; the rest is counted
const said = [];
const asked = [];
let unsaid = 0;

const WIDE = 76;
const plainKey = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
function shown(value, depth = 0, above = []) {
  if (typeof value === "string") return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "function") return value.name ? `[Function: ${value.name}]` : "[Function]";
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof Error) return told(value);
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return "Promise {}";
  if (above.includes(value)) return "[Circular]";
  if (depth > 4) return Array.isArray(value) ? "[…]" : "{…}";
  const inner = (one) => shown(one, depth + 1, [...above, value]);
  if (value instanceof Set) return around("Set {", [...value].map(inner), "}", depth);
  if (value instanceof Map) return around("Map {", [...value].map(([key, one]) => `${inner(key)} => ${inner(one)}`), "}", depth);
  if (Array.isArray(value)) return around("[", Array.from(value.slice(0, 100), inner), "]", depth, value.length - 100);
  const kind = value.constructor?.name;
  const parts = Object.keys(value).map((key) => `${plainKey(key)}: ${inner(value[key])}`);
  return around(kind && kind !== "Object" ? `${kind} {` : "{", parts, "}", depth);
}
function around(open, parts, close, depth, more = 0) {
  if (more > 0) parts.push(`… ${more} more`);
  if (!parts.length) return open + close;
  const gap = open.endsWith("{") ? " " : "";
  const line = open + gap + parts.join(", ") + gap + close;
  if (line.length + 2 * depth <= WIDE && !line.includes("\n")) return line;
  const indent = "  ".repeat(depth + 1);
  return `${open}\n${parts.map((part) => indent + part).join(",\n")}\n${"  ".repeat(depth)}${close}`;
}
const told = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : shown(error));

const say = (text) => { if (said.length < LINES) said.push(text); else unsaid += 1; };
const line = (...words) => say(words.map((word) => (typeof word === "string" ? word : shown(word))).join(" "));
// Rows as psql shows them.
const table = (rows) => {
  const heads = [...new Set(rows.flatMap(Object.keys))];
  const cell = (value) => (typeof value === "string" ? value : shown(value));
  const lines = [heads, ...rows.map((row) => heads.map((head) => cell(row[head])))];
  const wide = heads.map((_, i) => Math.max(...lines.map((parts) => parts[i].length)));
  const drawn = lines.map((parts) => ` ${parts.map((part, i) => part.padEnd(wide[i])).join(" | ")}`.trimEnd());
  drawn.splice(1, 0, wide.map((width) => "-".repeat(width + 2)).join("+"));
  for (const one of drawn) say(one);
};
globalThis.console = { log: line, info: line, debug: line, warn: line, error: line, table };

// Call what a timer or an event calls; what it throws is told, as in a browser's console, and stops nothing.
const uncaught = (error) => say(`Uncaught ${told(error)}`);
function call(action, words) {
  try {
    const given = action(...words);
    if (given instanceof Promise) given.catch((error) => say(`Uncaught (in promise) ${told(error)}`));
  } catch (error) {
    uncaught(error);
  }
}

Object.assign(host, {
  call, shown, told,
  ask: (request) => new Promise((answer) => asked.push({ request, answer })),
  saying: () => {
    const lines = said.splice(0);
    if (unsaid) lines.push(`… ${unsaid} lines more`);
    unsaid = 0;
    return lines.join("\n");
  },
  isAsking: () => asked.length > 0,
  request: () => JSON.stringify(asked[0].request),
  reply: (text) => asked.shift().answer(text),
});
