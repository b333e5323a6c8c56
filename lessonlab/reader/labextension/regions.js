/*
 * A cell cut into what is read differently: comments above a magic, the magic, its options, what is below.
 */

const CELL = /^(\s*(?:(?:#|--)[^\n]*\n\s*)*)(%%(sql|answer|explain|expect_error|race|js)\b)([^\n]*)/;
const LINE = /^([^\S\n]*(?:[^\W\d][\w, ]*=[^\S\n]*)?)(%sql\b)([^\n]*)/gm;
// What may stand before the SQL on the line of `%sql`; other magics have nothing but options there.
const OPTION = String.raw`@\w+|--(?:gset|connections|append)\b|--\w+[ =]\S+|[^\W\d]\w*\s*<<|\w+:\/\/\S+`;
const OPTIONS = new RegExp(String.raw`^(?:\s+(?:${OPTION})(?=\s|$))*`);
const CLAUSES = [
  "from|where|group\\s+by|order\\s+by|limit|having|(?:left|right|full|inner|cross)?\\s*join|on|values|set",
  "returning|union|select|and|or",
];
const GOES_ON = new RegExp(String.raw`^\n\s*(?:${CLAUSES.join("|")})\b(?!\s*[=.(])`, "i");

/**
 * The regions of a cell, each {kind, from, to} in the order of the text, and none for a cell of Python.
 * The kinds are Comment, Magic, Options, SQL, JavaScript and Python.
 */
export function regions(text) {
  const cell = CELL.exec(text);
  return cell ? ofCell(text, cell) : ofLines(text);
}

function ofCell(text, [whole, above, magic, name, line]) {
  const options = name === "sql" ? OPTIONS.exec(line)[0] : line;
  const below = text.slice(whole.length - line.length + options.length);
  return placed([
    ["Comment", above],
    ["Magic", magic],
    ["Options", options],
    [name === "js" ? "JavaScript" : "SQL", below],
  ]);
}

/** Lines with %sql between lines of Python; the SQL of the first may go on below it. */
function ofLines(text) {
  const pieces = [];
  let done = 0;
  for (const { 0: whole, 1: before, 2: magic, 3: line, index } of text.matchAll(LINE)) {
    const end = index + whole.length;
    const last = done === 0 && GOES_ON.test(text.slice(end)) ? text.length : end;
    if (index >= done) {
      const options = OPTIONS.exec(line)[0];
      pieces.push(["Python", text.slice(done, index) + before], ["Magic", magic], ["Options", options]);
      pieces.push(["SQL", text.slice(end - line.length + options.length, last)]);
      done = last;
    }
  }
  return done ? placed([...pieces, ["Python", text.slice(done)]]) : [];
}

function placed(pieces) {
  let to = 0;
  const found = pieces.map(([kind, piece]) => ({ kind, from: to, to: (to += piece.length) }));
  return found.filter((one) => one.from < one.to);
}
