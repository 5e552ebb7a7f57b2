// The home of those who do not keep watch: what this place is, how to report what one saw, and one's own account.
import { Link } from '@tanstack/react-router';
import { useMe } from '../shell/may.ts';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWords } from '../words/words.tsx';

export function HomePage() {
  const { workspace } = useWords();
  const { home } = workspace;
  const { account } = useMe();
  return (
    <Page title={home.title(account.name)} about={home.about}>
      <div className="columns columns-even">
        <div className="stack">
          <Panel title={home.report}>
            <div className="stack prose">
              <p>{home.reportText}</p>
              <p>{home.reportNames}</p>
              <Steps title={home.say} items={home.sayItems} />
              <Steps title={home.leave} items={home.leaveItems} />
            </div>
          </Panel>
        </div>
        <div className="stack">
          <Panel title={home.what}>
            <div className="stack-tight prose">
              {home.whatText.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </Panel>
          <Panel title={home.account}>
            <div className="stack">
              <p>{home.accountText}</p>
              {!account.twoFactor && <Note signal="amber">{home.twoFactorOff}</Note>}
              <div>
                <Link to="/account" className="button button-plain">
                  {home.accountAct}
                </Link>
              </div>
            </div>
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Steps({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="bullets">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
