// The frame of the pages at the door: a form beside a chart with one light on it.
import type { ReactNode } from 'react';
import { LANGUAGES } from '../words/language.ts';
import { useFormat, useSpeak, useWords } from '../words/words.tsx';
import { Mark } from './mark.tsx';

export function EntryFrame({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const { frame } = useWords();
  return (
    <div className="entry">
      <main className="entry-form">
        <p className="brand">
          <Mark />
          <span>
            <strong>Vigie</strong> <small>{frame.watchRoom}</small>
          </span>
        </p>
        <div className="entry-middle">
          <h1>{title}</h1>
          {about && <p className="soft">{about}</p>}
          {children}
        </div>
        <LanguageSwitch />
      </main>
      <Chart />
    </div>
  );
}

function LanguageSwitch() {
  const { frame } = useWords();
  const { language } = useFormat();
  const speak = useSpeak();
  return (
    <fieldset className="entry-foot">
      <legend className="unseen">{frame.language.label}</legend>
      <div className="segment">
        {LANGUAGES.map((other) => (
          <button key={other} type="button" lang={other} aria-pressed={other === language} onClick={() => speak(other)}>
            {frame.language[other]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

const DEPTHS = [0, 36, 74, 118, 168, 226, 292, 366];
const SOUNDINGS = [
  [420, 120, '11'],
  [560, 240, '17'],
  [330, 330, '8'],
  [640, 420, '24'],
  [500, 560, '19'],
  [250, 520, '6'],
  [720, 150, '31'],
  [700, 640, '42'],
  [380, 690, '13'],
  [160, 690, '4'],
] as const;

/** A coast, its depth lines and soundings, and the sectors of a light; decoration. */
function Chart() {
  return (
    <div className="entry-chart" aria-hidden="true">
      <svg viewBox="0 0 800 800" preserveAspectRatio="xMinYMid slice" role="presentation">
        {DEPTHS.map((depth) => (
          <path
            key={depth}
            className={depth === 0 ? 'sea-land' : 'sea-line'}
            d={`M${-400 + depth} -20C${60 + depth * 1.3} 90 ${20 + depth} 210 ${110 + depth} 300S${70 + depth * 1.5} 480 ${
              40 + depth
            } 590 ${110 + depth * 1.2} 720 ${-20 + depth} 860${depth === 0 ? 'H-400Z' : ''}`}
          />
        ))}
        {SOUNDINGS.map(([x, y, depth]) => (
          <text key={`${x} ${y}`} className="sea-sounding" x={x} y={y}>
            {depth}
          </text>
        ))}
        <path className="sea-sector" d="M116 360 800 60V330Z" />
        <path className="sea-sector" d="M116 360 800 420V660Z" />
        <circle className="sea-ring" cx="116" cy="360" r="210" />
        <circle className="sea-ring" cx="116" cy="360" r="420" />
        <circle className="sea-light" cx="116" cy="360" r="5" />
        <text className="sea-label" x="130" y="392">
          Fl(2) 10s 46m 24M
        </text>
      </svg>
    </div>
  );
}
