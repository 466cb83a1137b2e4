/** WordPress' block editor around one text, as on the page where an author writes. */
const { blockEditor, blocks: format, components, element, keyboardShortcuts } = window.wp;
const { BlockEditorProvider, BlockInspector, BlockList, BlockTools, ObserveTyping, WritingFlow } = blockEditor;
const { Popover, SlotFillProvider } = components;
const { createElement: el, render, useEffect, useState } = element;

function Editor({ text }) {
  const [blocks, setBlocks] = useState(() => format.parse(text));
  useEffect(() => {
    window.savedText = format.serialize(blocks);
  }, [blocks]);
  const change = (changed) => {
    window.undoLevels = (window.undoLevels ?? 0) + 1;
    setBlocks(changed);
  };
  const list = el(BlockTools, null, el(WritingFlow, null, el(ObserveTyping, null, el(BlockList))));
  return el(
    keyboardShortcuts.ShortcutProvider,
    null,
    el(
      SlotFillProvider,
      null,
      el(
        BlockEditorProvider,
        { value: blocks, onInput: setBlocks, onChange: change, settings: { alignWide: true } },
        el('main', { className: 'editor-styles-wrapper' }, list),
        el('aside', null, el(BlockInspector)),
        el(Popover.Slot),
      ),
    ),
  );
}

const root = document.querySelector('#editor');
render(el(Editor, { text: root.dataset.text }), root);
