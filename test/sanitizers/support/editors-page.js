/** In a page with the editors: what each keeps of HTML that somebody pastes into its source. */
const { CKEDITOR, tinymce } = globalThis;

const place = () => {
  const element = document.createElement('div');
  document.body.append(element);
  return element;
};

globalThis.throughCkeditor = async (texts, config) => {
  const { ClassicEditor, Essentials, Paragraph, Heading, Bold, Italic, Link, List, BlockQuote, Table } = CKEDITOR;
  const usual = [Essentials, Paragraph, Heading, Bold, Italic, Link, List, BlockQuote, Table];
  const plugins = config ? [...usual, CKEDITOR.GeneralHtmlSupport] : usual;
  const editor = await ClassicEditor.create(place(), { licenseKey: 'GPL', plugins, ...config });
  const kept = texts.map((text) => {
    editor.setData(text);
    return editor.getData();
  });
  await editor.destroy();
  return kept;
};

globalThis.throughTinymce = async (texts, config) => {
  const quiet = { skin: false, content_css: false, promotion: false, branding: false };
  const [editor] = await tinymce.init({ target: place(), license_key: 'gpl', ...quiet, ...config });
  const kept = texts.map((text) => {
    editor.setContent(text);
    return editor.getContent();
  });
  editor.remove();
  return kept;
};
