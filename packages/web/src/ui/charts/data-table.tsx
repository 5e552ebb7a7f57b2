// The same numbers as a table, for whoever does not read pictures.
import { useWords } from '../../words/words.tsx';

export function DataTable({
  label,
  head,
  rows,
}: {
  label: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  const words = useWords();
  return (
    <details className="as-table">
      <summary>{words.frame.acts.showTable}</summary>
      <div className="scroll-x">
        <table className="table">
          <caption className="unseen">{label}</caption>
          <thead>
            <tr>
              {head.map((word, at) => (
                <th key={word} scope="col" className={at > 0 ? 'number' : undefined}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell, at) => (
                  <td key={head[at]} className={at > 0 ? 'number' : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
