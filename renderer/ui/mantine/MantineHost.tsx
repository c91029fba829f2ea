import { MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import { cssVariables, mantineTheme } from './mantineTheme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Not Mantine's own style, but that of the scroll lock under its dialogs; it asks this package.
setNonce(nonce);

/**
 * The component kit, for the parts of the window that need it. Only lazily loaded files may import
 * it: it must not weigh on the start. Its style elements carry the page's nonce, without which the
 * content security policy drops them.
 */
export function MantineHost({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={mantineTheme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}
