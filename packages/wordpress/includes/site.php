<?php
/**
 * Where the figures come from. That is of the site (wp-config.php), never of a text: an editor chooses figures, not who is asked.
 *
 * @package Peilglas
 */

/**
 * Addresses of the endpoint and of the folder with scripts, or null when the site names none that pages may ask.
 *
 * @return array{endpoint: string, folder: string}|null
 */
function peilglas_site() {
	$figures = defined( 'PEILGLAS_FIGURES' ) ? rtrim( (string) PEILGLAS_FIGURES, '/' ) : '';
	$release = defined( 'PEILGLAS_RELEASE' ) ? (string) PEILGLAS_RELEASE : '';
	if ( ! preg_match( '#^https?://[^/\s?\#]+(/[^\s?\#]*)?$#', $figures ) || ! preg_match( '/^[a-z0-9][a-z0-9.-]*$/', $release ) ) {
		return null;
	}
	return array(
		'endpoint' => "$figures/api/v2",
		'folder'   => "$figures/peilglas/$release",
	);
}

/** Prints what pages with figures need in their head. The one script fetches the rest, when a page has a figure. */
function peilglas_print_head() {
	$site = peilglas_site();
	if ( null === $site ) {
		return;
	}
	printf( '<link rel="stylesheet" href="%s">' . "\n", esc_url( $site['folder'] . '/reserve.css' ) );
	printf( '<script type="module" src="%s"></script>' . "\n", esc_url( $site['folder'] . '/peilglas.js' ) );
}
