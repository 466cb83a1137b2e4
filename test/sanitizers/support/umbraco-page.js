/** In a page with the rich text editor of Umbraco: what it keeps of HTML that somebody pastes into its source. */
import { Editor, Extension, mergeAttributes, Node } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import Added from 'virtual:extension-of-the-docs';

const blocks =
  'div, p, ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6, hr, figure, pre, section, article, umb-rte-block';

/** The two of its extension `HtmlTagDiv`: one for a text, one for blocks. */
const div = (name, priority, content, fits) =>
  Node.create({
    name,
    priority,
    content,
    group: 'block',
    parseHTML: () => [{ tag: 'div', getAttrs: (element) => (fits(element) ? {} : false) }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes), 0],
  });
const holdsBlocks = (element) => [...element.children].some((child) => child.matches(blocks));
const divs = [div('div', 50, 'inline*', () => true), div('divContainer', 60, 'block+', holdsBlocks)];

/** Its extension `HtmlAttributeDataset`. */
const dataset = Extension.create({
  name: 'htmlDatasetAttributes',
  addGlobalAttributes: () => [
    {
      types: ['div', 'divContainer', 'paragraph', 'heading', 'blockquote', 'link', 'bold', 'italic'],
      attributes: {
        dataset: {
          parseHTML: (element) =>
            [...element.attributes]
              .map(({ name, value }) => [name, value])
              .filter(([name]) => name.startsWith('data-')),
          renderHTML: ({ dataset: kept }) => Object.fromEntries(kept ?? []),
        },
      },
    },
  ],
});

globalThis.throughUmbraco = (texts, configured) => {
  const added = configured ? new Added().getTiptapExtensions() : [];
  const editor = new Editor({ extensions: [StarterKit, ...divs, dataset, ...added] });
  const kept = texts.map((text) => {
    editor.commands.setContent(text);
    return editor.getHTML();
  });
  editor.destroy();
  return kept;
};
