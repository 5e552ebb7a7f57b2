// Where a part of the page that failed is caught, told and tried again.
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { problemIn } from '../api/queries.ts';
import { ProblemNote } from './problem-note.tsx';

interface CatchProps {
  readonly children: ReactNode;
  readonly onReset: () => void;
}

class Catch extends Component<CatchProps, { failure: unknown }> {
  override state: { failure: unknown } = { failure: undefined };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  readonly #again = () => {
    this.props.onReset();
    this.setState({ failure: undefined });
  };

  override render() {
    const problem = problemIn(this.state.failure);
    return problem === undefined ? this.props.children : <ProblemNote problem={problem} onAgain={this.#again} />;
  }
}

/** Catches what its children throw. */
export function Boundary({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary();
  return <Catch onReset={reset}>{children}</Catch>;
}
