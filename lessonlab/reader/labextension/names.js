/*
 * Words that JupyterLab's PostgreSQL has for keywords, and that are names in most statements.
 */

// SQL's standard reserves them somewhere, PostgreSQL's grammar in few places or in none: there they stand in capitals.
const NAMES = new Set(
  (
    "attributes class column_name condition content data day degree document error file flag found free hint hour id info " +
    "input instance label last length level link location log map member message message_text method minute mode module " +
    "month more name names number open output owner parameter path percent period plans portion public query rank " +
    "reads result rows scale second section self server size slice source space specific state statistics " +
    "structure style table_name token usage value version warning year"
  ).split(" "),
);

/** Whether a word is a name where it stands alone: `id`, `name`, an alias such as `p`, but not `LAST` in capitals. */
export function isName(word) {
  return word.length === 1 || (NAMES.has(word.toLowerCase()) && word !== word.toUpperCase());
}
