/** The script beside frames of `embed.html`: each becomes as high as what is in it. */
import { askType } from './size-message.js';
import { followSize } from './follow-size.js';

window.addEventListener('message', followSize);
// A frame may have told its size before this script was there.
for (const { contentWindow } of document.querySelectorAll('iframe')) contentWindow?.postMessage({ type: askType }, '*');
