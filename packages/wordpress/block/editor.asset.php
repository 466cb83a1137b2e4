<?php
/**
 * What the editor's script stands on: all of it comes with WordPress.
 *
 * @package Peilglas
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.0.0',
);
