<?php
/**
 * What WordPress keeps of what an author wrote: reads {"html": ["…"], "rules": "PHP code" | null} and writes the list filtered.
 * Loads kses itself and what that needs, without the database and the rest of WordPress.
 */

define( 'ABSPATH', rtrim( $argv[1], '/' ) . '/' );
define( 'WPINC', 'wp-includes' );
foreach ( array( 'compat', 'plugin', 'functions', 'formatting', 'kses', 'shortcodes' ) as $file ) {
	require ABSPATH . WPINC . "/$file.php";
}

$asked = json_decode( stream_get_contents( STDIN ), true );
if ( null !== $asked['rules'] ) {
	$file = tempnam( sys_get_temp_dir(), 'peilglas' );
	file_put_contents( $file, "<?php\n" . $asked['rules'] );
	require $file;
	unlink( $file );
}
echo json_encode( array_map( 'wp_kses_post', $asked['html'] ) );
