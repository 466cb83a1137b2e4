/** The script of `embed.html`: a page with one element, as its address says, for a frame in another page. */
import { TagLoader } from '../autoload/tag-loader.js';
import { followAddress } from './follow-address.js';
import { tellSize } from './tell-size.js';

tellSize(document.body);
void followAddress(document, new URLSearchParams(location.search), new TagLoader(import.meta.url));
