/** What can be taken along from an element with figures: fetched when somebody opens the menu. */
export { menuView } from './menu-view.js';
export { offersOf } from './offers-of.js';
export { pictureOf } from './picture/picture.js';
export { putAway } from './put-away.js';
export { toPng } from './picture/to-png.js';
