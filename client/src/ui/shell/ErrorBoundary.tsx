import { Component, type ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { MessagePage } from './MessagePage.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** When it changes (such as the address), the children are tried again. */
  readonly attempt?: string;
}

interface Caught {
  readonly error: Error | null;
  readonly attempt: string | undefined;
}

/** Shows a page that says what to do where its children broke, instead of an empty window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Caught> {
  override state: Caught = { error: null, attempt: this.props.attempt };

  static getDerivedStateFromError(thrown: unknown): Partial<Caught> {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: Caught): Partial<Caught> | null {
    return props.attempt === state.attempt ? null : { error: null, attempt: props.attempt };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <MessagePage
        title="This page has broken"
        detail={error.message}
        actions={
          <Button tone="primary" onPress={() => location.reload()}>
            Reload the page
          </Button>
        }
      >
        <p>
          Something went wrong in the page itself. What was saved is safe on the server, and what was not yet
          sent is kept on this device and sent again after a reload.
        </p>
      </MessagePage>
    );
  }
}
