/**
 * Icons are imported by their own file, so that neither the development server nor the build has to
 * read the other six thousand. The package types only its index.
 */
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Icon } from '@tabler/icons-react';

  const icon: Icon;
  export default icon;
}
