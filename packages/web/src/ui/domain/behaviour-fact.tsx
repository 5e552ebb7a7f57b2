// A fact of behaviour in words and as a picture: what is usual against what was observed.
import type { BehaviourFact } from '../../api/shapes/watching.ts';
import type { Format } from '../../words/format.ts';
import { useFormat, useWords, type Words } from '../../words/words.tsx';
import { AgainstChart } from '../charts/against-chart.tsx';
import { DayDots } from '../charts/day-dots.tsx';
import { HourStrip } from '../charts/hour-strip.tsx';

/** @param props `share` of all facts, between 0 and 1 */
export function BehaviourFactView({ fact, share }: { fact: BehaviourFact; share: number }) {
  const words = useWords();
  const format = useFormat();
  return (
    <li className="behaviour-fact">
      <p>{sentenceOf(fact, words, format)}</p>
      <Picture fact={fact} />
      <p className="small soft">{learned(fact, words, format)}</p>
      <p className="weight">
        <span>{words.watching.detection.weight(format.percent(share))}</span>
        <span className="bar" aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </span>
      </p>
    </li>
  );
}

/** As numbers of a fact are written: few digits, since they are means. */
function numberText(value: number, format: Format): string {
  return format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value));
}

type Measured = keyof Words['behaviour']['measures'];
type Valued =
  | 'account'
  | 'table'
  | 'container'
  | 'client'
  | 'network'
  | 'country'
  | 'journey'
  | 'operation'
  | 'statement';

function amountText(value: number, measure: string, words: Words, format: Format): string {
  if (measure === 'bytes') return format.bytes(value);
  return `${numberText(value, format)} ${words.behaviour.measures[measure as Measured] ?? measure}`;
}

const subjectOf = (fact: BehaviourFact) => fact.subject as keyof Words['behaviour']['subjects'];

function sentenceOf(fact: BehaviourFact, words: Words, format: Format): string {
  const { behaviour } = words;
  switch (fact.kind) {
    case 'value': {
      const told = {
        value: fact.value ?? '',
        subject: subjectOf(fact),
        seen: fact.seen ?? 0,
        seenText: numberText(fact.seen ?? 0, format),
        days: numberText(fact.days ?? 0, format),
      };
      return behaviour[(fact.dimension ?? 'statement') as Valued](told);
    }
    case 'amount': {
      const period = periodOf(fact);
      const observed = amountText(fact.observed ?? 0, fact.measure ?? '', words, format);
      const usual = behaviour.usual(subjectOf(fact), behaviour.usualPeriods[period]);
      const level = amountText(fact.usual ?? 0, fact.measure ?? '', words, format);
      return `${observed} ${behaviour.periods[period]} (${words.frame.labelled(usual, level)})`;
    }
    case 'hour':
      return behaviour.hour(fact.hour ?? 0, fact.isWeekend === true, fact.nearest ?? undefined);
    case 'dormant':
      return behaviour.dormant(numberText(fact.days ?? 0, format), numberText(fact.longest ?? 0, format));
    case 'order':
      return behaviour.order(numberText(fact.steps ?? 0, format), subjectOf(fact));
    case 'whole':
      return behaviour.whole;
    case 'listed':
      return behaviour.listed(fact.list ?? '');
  }
}

function periodOf({ period }: BehaviourFact): 'window' | 'day' | 'days' {
  return period === 'day' || period === 'days' ? period : 'window';
}

function learned(fact: BehaviourFact, { behaviour }: Words, format: Format): string {
  if (fact.kind === 'listed') return '';
  const count = Math.ceil(fact.of);
  if (count === 0) return behaviour.learnedNothing;
  const isByDay = fact.kind === 'amount' && periodOf(fact) !== 'window';
  return (isByDay ? behaviour.learnedDays : behaviour.learnedWindows)(format.number(count));
}

function Picture({ fact }: { fact: BehaviourFact }) {
  const words = useWords();
  const format = useFormat();
  const { detection } = words.watching;
  const label = sentenceOf(fact, words, format);
  if (fact.kind === 'amount') return <AmountAgainst fact={fact} label={label} />;
  if (fact.kind === 'value') {
    if ((fact.days ?? 0) < 1) return null;
    return <DayDots label={`${detection.seenOn}. ${label}`} seen={fact.seen ?? 0} days={fact.days ?? 0} />;
  }
  if (fact.kind === 'hour')
    return (
      <HourStrip label={`${detection.hours}. ${label}`} hour={fact.hour ?? 0} nearest={fact.nearest ?? undefined} />
    );
  if (fact.kind !== 'dormant') return null;
  const bar = (name: string, days: number, beyond: boolean) => ({
    label: name,
    value: days,
    text: detection.days(Math.round(days)),
    beyond,
  });
  return (
    <AgainstChart
      label={label}
      bars={[bar(detection.longest, fact.longest ?? 0, false), bar(detection.pause, fact.days ?? 0, true)]}
    />
  );
}

function AmountAgainst({ fact, label }: { fact: BehaviourFact; label: string }) {
  const words = useWords();
  const format = useFormat();
  const { detection } = words.watching;
  const text = (value: number) => (fact.measure === 'bytes' ? format.bytes(value) : numberText(value, format));
  const { usual = 0, high = 0, observed = 0 } = fact;
  return (
    <AgainstChart
      label={label}
      bars={[
        { label: detection.usual, value: usual, text: detection.atMost(text(usual), text(high)), atMost: high },
        { label: detection.observed, value: observed, text: text(observed), atMost: high, beyond: observed > high },
      ]}
    />
  );
}
