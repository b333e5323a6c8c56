/*
 * SQL cells have the colours of SQL, JavaScript cells those of JavaScript.
 *
 * CellParser   cuts a cell into regions and has each read by its language, which is JupyterLab's own
 * indentation  keeps the margin: the clauses of a statement stand under each other
 * NamesInSql   takes the colour of a keyword from a column that is called as one: `id`, `name`
 * addHome      puts the first page, with its map of the course, among what the launcher offers
 * STYLE        gives the names of pages room, and lets links be seen
 */

import {
  Language,
  ParseContext,
  defineLanguageFacet,
  indentService,
  language,
  languageDataProp,
  syntaxTree,
} from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { Decoration, ViewPlugin } from "@codemirror/view";
import { EditorExtensionRegistry, IEditorExtensionRegistry, IEditorLanguageRegistry } from "@jupyterlab/codemirror";
import { ILauncher } from "@jupyterlab/launcher";
import { NodeSet, NodeType, Parser, Tree, parseMixed } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";
import { isName } from "./names.js";
import { regions } from "./regions.js";
import { STYLE } from "./style.js";

const NAME = "lessonlab:sql-cells";
const HOME = "lessonlab:home";
const PAGE = "00_start_here.ipynb";
const MIME = { SQL: "text/x-pgsql", JavaScript: "text/javascript", Python: "text/x-python" };
const DATA = defineLanguageFacet();
const NODES = new NodeSet(
  ["Cell", "Comment", "Magic", "Options", ...Object.keys(MIME)].map((name, id) =>
    NodeType.define({ id, name, top: id === 0, props: id === 0 ? [[languageDataProp, DATA]] : [] }),
  ),
).extend(styleTags({ Comment: tags.comment, Magic: tags.operator, Options: tags.propertyName }));
const TYPES = Object.fromEntries(NODES.types.map((type) => [type.name, type]));

class CellParser extends Parser {
  constructor(languages) {
    super();
    this.languages = languages;
    this.mixed = parseMixed((node) => this.nested(node));
  }

  createParse(input, fragments, ranges) {
    const [from, to] = [ranges[0].from, ranges[ranges.length - 1].to];
    const found = regions(input.read(from, to));
    const children = found.map((one) => new Tree(TYPES[one.kind], [], [], one.to - one.from));
    const places = found.map((one) => one.from);
    const tree = new Tree(TYPES.Cell, children, places, to - from);
    const parse = { parsedPos: to, stoppedAt: null, stopAt: () => undefined, advance: () => tree };
    return this.mixed(parse, input, fragments, ranges);
  }

  /** Who reads a node; the Python between lines of SQL is read as one. */
  nested(node) {
    if (node.name === "SQL" || node.name === "JavaScript") {
      return { parser: this.parser(node.name) };
    }
    const lines = node.name === "Cell" ? node.node.getChildren("Python") : [];
    const overlay = lines.map(({ from, to }) => ({ from, to }));
    return overlay.length ? { parser: this.parser("Python"), overlay } : null;
  }

  /** A language's parser, or one that passes over the text until the language is loaded. */
  parser(name) {
    const known = this.languages.findByMIME(MIME[name]);
    return known?.support
      ? known.support.language.parser
      : ParseContext.getSkippingParser(this.languages.getLanguage(MIME[name]));
  }
}

function indentation(context, at) {
  const found = regions(context.state.doc.toString());
  if (!found.some((one) => one.kind === "SQL" && one.from < at && at <= one.to)) {
    return undefined; // the language knows
  }
  const opens = /\(\s*$/.test(context.lineAt(at, -1).text);
  return context.lineIndent(at, -1) + (opens ? context.unit : 0);
}

const AS_NAME = Decoration.mark({ class: "lessonlab-name" });

class NamesInSql {
  constructor(view) {
    this.look(view);
  }

  update({ docChanged, viewportChanged, startState, state, view }) {
    if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) {
      this.look(view);
    }
  }

  /** Only a tree of SQL has nodes that are called Keyword. */
  look({ state, visibleRanges }) {
    const found = [];
    const enter = ({ name, from, to }) => {
      if (name === "Keyword" && isName(state.sliceDoc(from, to))) {
        found.push(AS_NAME.range(from, to));
      }
    };
    visibleRanges.forEach(({ from, to }) => syntaxTree(state).iterate({ from, to, enter }));
    this.decorations = Decoration.set(found, true);
  }
}

/** Offer the first page in the launcher, where JupyterLab's folder has it, or a folder of ours in there. */
async function addHome(app, launcher) {
  const { contents } = app.serviceManager;
  for (const folder of ["", "lessonlab-work"]) {
    const found = await contents.get(folder, { content: true }).catch(() => null);
    const page = found?.content?.find((one) => one.name === PAGE);
    if (page) {
      app.commands.addCommand(HOME, {
        label: "Start here",
        caption: "lessonlab: the map of the course, and where to go on",
        execute: () => app.commands.execute("docmanager:open", { path: page.path }),
      });
      launcher.add({ command: HOME, category: "Notebook", rank: 0 });
      return;
    }
  }
}

export default {
  id: NAME,
  description: "Cells of SQL and JavaScript in their own colours, room for the names of pages, links that are seen",
  autoStart: true,
  requires: [IEditorExtensionRegistry, IEditorLanguageRegistry],
  optional: [ILauncher],
  activate: (app, extensions, languages, launcher) => {
    if (launcher) {
      app.restored.then(() => addHome(app, launcher));
    }
    const cell = new Language(DATA, new CellParser(languages), [], "lessonlab");
    const ours = language.computeN(["doc"], (state) => (regions(state.doc.toString()).length ? [cell] : []));
    // CodeMirror takes no editor with a place for languages and none in it: Python is loaded later.
    const names = ViewPlugin.fromClass(NamesInSql, { decorations: (plugin) => plugin.decorations });
    const extension = [names, Prec.high([ours, indentService.of(indentation)]), Prec.lowest(language.of(cell))];
    const factory = ({ model }) =>
      model.type === "code" ? EditorExtensionRegistry.createImmutableExtension(extension) : null;
    extensions.addExtension({ name: NAME, factory });
    document.head.append(Object.assign(document.createElement("style"), { textContent: STYLE }));
  },
};
