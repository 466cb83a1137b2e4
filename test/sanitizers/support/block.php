<?php
/**
 * What the plugin's block is to a whole WordPress: reads {"texts": […], "defines": {…}, "locale": "nl_NL"} and writes
 * {"texts": […], "head": "…", "definition": {…}, "scripts": [{"inline": "…"} | {"file": "…"}]}: the texts as shown, what the plugin puts in
 * the head of a page, what the editor is told of the block, and all that it runs for it, in its order.
 */

$asked = json_decode( stream_get_contents( STDIN ), true );
foreach ( $asked['defines'] as $name => $value ) {
	define( $name, $value );
}
define( 'ABSPATH', rtrim( $argv[1], '/' ) . '/' );
define( 'WP_CONTENT_DIR', __DIR__ . '/wordpress-content' );
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
$texts   = array_map( 'do_blocks', $asked['texts'] );
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
		'texts'      => $texts,
		'head'       => $head,
		'definition' => get_block_editor_server_block_settings()['peilglas/figure'],
		'scripts'    => $run,
	)
);
