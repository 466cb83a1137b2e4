/** For who comes back from the provider with an answer that was used or waited too long. No style or script: none may load. */
export const lostPage = `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Inloggen lukt niet</title>
  </head>
  <body>
    <main>
      <h1>Inloggen lukt niet</h1>
      <p>Dit inlogscherm is verlopen of al gebruikt. Ga terug naar de pagina waar u was en log daar opnieuw in.</p>
      <p lang="en">This sign-in has expired or was already used. Go back to the page you came from and sign in there again.</p>
    </main>
  </body>
</html>
`;
