/** The one script of a page: each of our tags is fetched when the page first has it. */
import { TagLoader } from './tag-loader.js';
import { TreeWatcher } from './tree-watcher.js';

new TreeWatcher(new TagLoader(import.meta.url)).watch(document);
