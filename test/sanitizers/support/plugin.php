<?php
/**
 * What the plugin makes of texts as WordPress shows them: reads {"texts": […], "defines": {…}} and writes
 * {"texts": […], "head": "…"}. An author's text goes through kses first, as when it is saved.
 */

define( 'ABSPATH', rtrim( $argv[1], '/' ) . '/' );
define( 'WPINC', 'wp-includes' );
foreach ( array( 'compat', 'load', 'plugin', 'cache', 'functions', 'formatting', 'kses', 'shortcodes' ) as $file ) {
	require ABSPATH . WPINC . "/$file.php";
}

$asked = json_decode( stream_get_contents( STDIN ), true );
foreach ( $asked['defines'] as $name => $value ) {
	define( $name, $value );
}
require $argv[2];

// The one option of the database that escaping asks for.
wp_cache_init();
wp_cache_set( 'alloptions', array( 'blog_charset' => 'UTF-8' ), 'options' );

// As in default-filters.php: what is saved, and what is shown.
add_filter( 'content_save_pre', 'wp_kses_post' );
add_filter( 'the_content', 'wpautop' );
add_filter( 'the_content', 'shortcode_unautop' );
add_filter( 'the_content', 'do_shortcode', 11 );

$show = function ( $text ) {
	return apply_filters( 'the_content', apply_filters( 'content_save_pre', $text ) );
};
$texts = array_map( $show, $asked['texts'] );
ob_start();
do_action( 'wp_head' );
echo json_encode( array( 'texts' => $texts, 'head' => ob_get_clean() ) );
