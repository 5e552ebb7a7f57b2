// Quiet hours of a channel: one stretch of days and hours, in a time zone.
import type { ProblemDocument } from '../api/problem.ts';
import { errorAt } from '../api/problem.ts';
import { type QuietHours, WEEK_DAYS } from '../api/shapes/channels.ts';
import { CheckField, TextField } from '../ui/field.tsx';
import { useWords } from '../words/words.tsx';

/** A night, as most have it. */
export function nightHere(): QuietHours {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { timeZone, stretches: [{ days: [...WEEK_DAYS], from: '22:00', to: '07:00' }] };
}

interface QuietHoursFieldsProps {
  readonly quiet: QuietHours | null;
  readonly problem: ProblemDocument | undefined;
  readonly onQuiet: (quiet: QuietHours | null) => void;
}

/** Further stretches, which only the API sets, stay as they are. */
export function QuietHoursFields({ quiet, problem, onQuiet }: QuietHoursFieldsProps) {
  const { channels } = useWords();
  const [stretch, ...others] = quiet?.stretches ?? [];
  const change = (next: Partial<QuietHours['stretches'][number]>) => {
    if (quiet === null || stretch === undefined) return;
    onQuiet({ ...quiet, stretches: [{ ...stretch, ...next }, ...others] });
  };
  return (
    <fieldset className="field">
      <legend className="field-label">{channels.quiet}</legend>
      <CheckField
        label={channels.quietOn}
        hint={channels.quietHint}
        checked={quiet !== null}
        onCheck={(checked) => onQuiet(checked ? nightHere() : null)}
      />
      {quiet !== null && stretch !== undefined && (
        <>
          <div className="form-columns">
            <TextField
              label={channels.quietFrom}
              type="time"
              required
              value={stretch.from}
              onText={(from) => change({ from })}
            />
            <TextField
              label={channels.quietTo}
              type="time"
              required
              value={stretch.to}
              onText={(to) => change({ to })}
            />
          </div>
          <TextField
            label={channels.timeZone}
            required
            value={quiet.timeZone}
            onText={(timeZone) => onQuiet({ ...quiet, timeZone })}
            error={errorAt(problem, 'quietHours')}
          />
          <fieldset className="field">
            <legend className="field-label">{channels.quietDays}</legend>
            <div className="form-columns">
              {WEEK_DAYS.map((day) => (
                <CheckField
                  key={day}
                  label={channels.days[day]}
                  checked={stretch.days.includes(day)}
                  onCheck={(checked) =>
                    change({ days: WEEK_DAYS.filter((one) => (one === day ? checked : stretch.days.includes(one))) })
                  }
                />
              ))}
            </div>
          </fieldset>
          {others.length > 0 && <p className="field-hint">{channels.moreQuiet}</p>}
        </>
      )}
    </fieldset>
  );
}
