// Settings of the room: mail, webhooks, sign-in.
import { useAnswer } from '../api/queries.ts';
import { MailForm } from '../forms/mail.tsx';
import { WatchSettings } from '../forms/watch-settings.tsx';
import { Webhooks } from '../forms/webhooks.tsx';
import { Page } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useWords } from '../words/words.tsx';

export function SettingsPage() {
  const { settings } = useWords().room;
  const tabs = [
    { id: 'mail', label: settings.mail, content: <Mail /> },
    { id: 'watching', label: settings.watching, content: <Watching /> },
    { id: 'webhooks', label: settings.webhooks, content: <WebhooksPanel /> },
    { id: 'sign-in', label: settings.signIn, content: <SignIn /> },
  ];
  return (
    <Page title={settings.title}>
      <Tabs label={settings.tabs} tabs={tabs} />
    </Page>
  );
}

function Mail() {
  const { settings } = useWords().room;
  return (
    <Panel title={settings.mail} note={settings.mailAbout}>
      <MailForm />
    </Panel>
  );
}

function Watching() {
  const { settings } = useWords().room;
  return (
    <Panel title={settings.watching} note={settings.watchingAbout}>
      <WatchSettings />
    </Panel>
  );
}

function WebhooksPanel() {
  const { settings } = useWords().room;
  return (
    <Panel title={settings.webhooks} note={settings.webhooksAbout} bare>
      <Webhooks />
    </Panel>
  );
}

function SignIn() {
  const { settings } = useWords().room;
  return (
    <Panel title={settings.signIn} note={settings.signInAbout}>
      <Providers />
    </Panel>
  );
}

function Providers() {
  const { settings } = useWords().room;
  const { providers } = useAnswer('getSetUp', {});
  if (providers.length === 0) return <p className="soft">{settings.providersNone}</p>;
  return (
    <ul className="stack-tight" aria-label={settings.providers}>
      {providers.map(({ id, name }) => (
        <li key={id}>
          {name} <code>{id}</code>
        </li>
      ))}
    </ul>
  );
}
