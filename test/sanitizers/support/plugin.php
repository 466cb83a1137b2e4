<?php
/**
 * What the plugin is to a whole WordPress: reads {"texts": […], "defines": {…}, "locale": "nl_NL"} and writes
 * {"kept": […], "texts": […], "head": "…", "definition": {…}, "scripts": [{"inline": "…"} | {"file": "…"}]}: what an author without any rights
 * wrote, as it is saved, and as it is shown; what the plugin puts in the head of a page; what the editor is told of the block, and all that it
 * runs for it, in its order.
 */

$asked = json_decode( stream_get_contents( STDIN ), true );
foreach ( $asked['defines'] as $name => $value ) {
	define( $name, $value );
}
// WordPress wants its own folder of content to have the database, or PHP to have MySQL: it gets one with ours.
$root = sys_get_temp_dir() . '/peilglas-wordpress-' . getmypid();
mkdir( $root );
register_shutdown_function( fn () => array_map( 'unlink', glob( "$root/*" ) ) && rmdir( $root ) );
foreach ( array( 'wp-admin', 'wp-includes', 'wp-settings.php' ) as $name ) {
	symlink( "$argv[1]/$name", "$root/$name" );
}
symlink( __DIR__ . '/wordpress-content', "$root/wp-content" );
define( 'ABSPATH', "$root/" );
define( 'WP_PLUGIN_DIR', dirname( $argv[2], 2 ) );
define( 'WP_SITEURL', 'https://www.example.org' );
define( 'WP_HOME', 'https://www.example.org' );
define(
	'SITE_OPTIONS',
	array(
		'active_plugins' => array( basename( dirname( $argv[2] ) ) . '/' . basename( $argv[2] ) ),
		'blog_charset'   => 'UTF-8',
		'siteurl'        => WP_SITEURL,
		'home'           => WP_HOME,
		'WPLANG'         => $asked['locale'] ?? '',
		'cron'           => array( 'version' => 2 ),
	)
);
$table_prefix              = 'wp_';
$_SERVER['HTTP_HOST']      = 'www.example.org';
$_SERVER['REQUEST_URI']    = '/';
$_SERVER['SERVER_NAME']    = 'www.example.org';
$_SERVER['REQUEST_METHOD'] = 'GET';
require ABSPATH . 'wp-settings.php';
require ABSPATH . 'wp-admin/includes/post.php';

ob_start();
peilglas_print_head();
$head    = ob_get_clean();
$keep    = function ( $text ) {
	return wp_unslash( apply_filters( 'content_save_pre', wp_slash( $text ) ) );
};
$show    = function ( $text ) {
	return apply_filters( 'the_content', $text );
};
$kept    = array_map( $keep, $asked['texts'] );
$texts   = array_map( $show, $kept );
$scripts = wp_scripts();
$editor  = WP_Block_Type_Registry::get_instance()->get_registered( 'peilglas/figure' )->editor_script;
$scripts->all_deps( array( 'wp-core-data', $editor ) );
$run = array();
foreach ( $scripts->to_do as $handle ) {
	$inline = array( $scripts->print_translations( $handle, false ), $scripts->print_inline_script( $handle, 'before', false ) );
	$source = $scripts->registered[ $handle ]->src;
	foreach ( array_filter( $inline ) as $code ) {
		$run[] = array( 'inline' => $code );
	}
	if ( $source ) {
		$run[] = array( 'file' => $source );
	}
	$after = $scripts->print_inline_script( $handle, 'after', false );
	if ( $after ) {
		$run[] = array( 'inline' => $after );
	}
}
echo json_encode(
	array(
		'kept'       => $kept,
		'texts'      => $texts,
		'head'       => $head,
		'definition' => get_block_editor_server_block_settings()['peilglas/figure'],
		'scripts'    => $run,
	)
);
