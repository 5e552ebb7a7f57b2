// Posture: six verbs, each yes, refused or not known. As a strip of six cells in a row, or as a list with words.
import { type Posture, VERBS } from '../../api/shapes/watch.ts';
import { useWords } from '../../words/words.tsx';

/** Six small cells; the whole is read as one sentence. */
export function PostureStrip({ posture }: { posture: Posture }) {
  const { domain, frame } = useWords();
  const { verbs, verbLetters, answers } = domain;
  const sentence = VERBS.map((verb) => frame.labelled(verbs[verb], answers[posture[verb]])).join(', ');
  return (
    <span className="posture" role="img" aria-label={sentence} title={sentence}>
      {VERBS.map((verb) => (
        <span key={verb} className={`posture-cell posture-${posture[verb]}`} aria-hidden="true">
          {verbLetters[verb]}
        </span>
      ))}
    </span>
  );
}

/** The same with the words written out. */
export function PostureList({ posture }: { posture: Posture }) {
  const { verbs, verbLetters, answers } = useWords().domain;
  return (
    <dl className="posture-list">
      {VERBS.map((verb) => (
        <div key={verb}>
          <dt className="posture-entry">
            <span className={`posture-cell posture-${posture[verb]}`} aria-hidden="true">
              {verbLetters[verb]}
            </span>
            {verbs[verb]}
          </dt>
          <dd>{answers[posture[verb]]}</dd>
        </div>
      ))}
    </dl>
  );
}
