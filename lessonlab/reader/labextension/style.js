/** A few lines of style, as text: what loads a file of CSS is larger than all else here. */
export const STYLE = `
/* The names of all pages have room beside a scroll bar; JupyterLab sets a width of its own. */
#jp-left-stack { min-width: 280px !important; }
/* A column that is called as a keyword is a name. */
.lessonlab-name, .lessonlab-name span { color: var(--jp-content-font-color1) !important; font-weight: inherit !important; }
/* A link in a sentence is told by more than its hue. */
.jp-RenderedHTMLCommon :is(p, li, td) a { text-decoration: underline !important; }
`;
