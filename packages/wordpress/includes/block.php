<?php
/**
 * The block “Municipal statistics”: the same markup as the shortcode, chosen from lists.
 *
 * @package Peilglas
 */

/** Registers the block, its texts, and where its lists come from. */
function peilglas_register_block() {
	$folder = dirname( __DIR__ );
	register_block_type( "$folder/block", array( 'render_callback' => 'peilglas_render_block' ) );
	$script = 'peilglas-figure-editor-script';
	$site   = peilglas_site();
	if ( null !== $site ) {
		$site['lang'] = str_replace( '_', '-', get_locale() );
	}
	wp_add_inline_script( $script, 'window.peilglasSite = ' . wp_json_encode( $site ) . ';', 'before' );
	wp_set_script_translations( $script, 'peilglas', "$folder/languages" );
}

/**
 * Formal Dutch and that of Belgium have the texts of Dutch: WordPress looks for the very name of the language only.
 *
 * @param string|false $file   Where WordPress looks for the texts of a script.
 * @param string       $handle Name of the script.
 * @param string       $domain Whose texts they are.
 * @return string|false
 */
function peilglas_dutch_texts( $file, $handle, $domain ) {
	return 'peilglas' === $domain && is_string( $file ) ? preg_replace( '/-nl_(?:NL_formal|BE)-/', '-nl_NL-', $file ) : $file;
}

/**
 * The figure of a block; nothing when no table was chosen.
 *
 * @param array<string, mixed> $chosen Attributes of the block.
 * @return string
 */
function peilglas_render_block( $chosen ) {
	$given = array_filter( $chosen, 'is_string' );
	if ( isset( $given['compareWith'] ) ) {
		$given['compare-with'] = $given['compareWith'];
	}
	if ( ! empty( $chosen['withoutSource'] ) ) {
		$given[] = 'without-source';
	}
	if ( empty( $given['table'] ) ) {
		return '';
	}
	// What is empty was not chosen; a target of 0 was.
	$figure = peilglas_shortcode( array_filter( $given, 'strlen' ) );
	return '' === $figure ? '' : sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), $figure );
}
