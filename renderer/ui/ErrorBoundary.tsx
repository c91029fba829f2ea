import { Component, type ReactNode } from 'react';
import { MessageScreen } from './MessageScreen.tsx';

interface State {
  readonly failed: boolean;
}

/**
 * The last net under all screens: a fault in one of them must not leave an empty window. React has
 * no hook for this, so it is a class.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <MessageScreen what="crash" /> : this.props.children;
  }
}
