<?php
/**
 * Plugin Name: Peilglas
 * Description: Municipal statistics on any page, with a block and the shortcode [peilglas].
 * Version: 0.0.0
 * Requires at least: 5.9
 * Requires PHP: 7.4
 * Text Domain: peilglas
 * License: EUPL-1.2
 *
 * @package Peilglas
 */

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once __DIR__ . '/includes/elements.php';
require_once __DIR__ . '/includes/site.php';
require_once __DIR__ . '/includes/shortcode.php';
require_once __DIR__ . '/includes/block.php';

add_shortcode( 'peilglas', 'peilglas_shortcode' );
foreach ( array( 'the_content', 'widget_text_content', 'widget_block_content' ) as $peilglas_texts ) {
	add_filter( $peilglas_texts, 'peilglas_end_shortcodes', 8 );
}
add_action( 'wp_head', 'peilglas_print_head' );
add_action( 'init', 'peilglas_register_block' );
add_filter( 'load_script_translation_file', 'peilglas_dutch_texts', 10, 3 );
