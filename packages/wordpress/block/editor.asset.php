<?php
/**
 * What the editor's script stands on, which comes with WordPress, and what tells browsers that it has changed.
 *
 * @package Peilglas
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-data', 'wp-element', 'wp-html-entities', 'wp-i18n' ),
	'version'      => (string) filemtime( __DIR__ . '/editor.js' ),
);
