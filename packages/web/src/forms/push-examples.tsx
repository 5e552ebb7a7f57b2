// How a program sends to an input: examples to copy. curl (curl.se/docs/manpage.html), the otlphttp exporter of the OpenTelemetry collector
// (opentelemetry.io/docs/collector/configuration), and rsyslog's omhttp (rsyslog.com/doc/configuration/modules/omhttp.html).
import { CopyButton } from '../ui/copy.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useWords } from '../words/words.tsx';

const EXAMPLES = {
  curl: ({ address, token }: Target) =>
    [
      'curl --fail-with-body --data-binary @query.log \\',
      `  -H 'Authorization: Bearer ${token}' \\`,
      "  -H 'Content-Type: application/x-ndjson' \\",
      `  ${address}/events`,
    ].join('\n'),
  collector: ({ address, token }: Target) =>
    [
      'receivers:',
      '  filelog:',
      '    include: [/var/log/clickhouse-server/query.log]',
      'exporters:',
      '  otlphttp/vigie:',
      `    endpoint: ${address}`,
      '    headers:',
      `      Authorization: Bearer ${token}`,
      'service:',
      '  pipelines:',
      '    logs:',
      '      receivers: [filelog]',
      '      exporters: [otlphttp/vigie]',
    ].join('\n'),
  rsyslog: ({ address, token }: Target) => {
    const { protocol, hostname, port, pathname } = new URL(address);
    return [
      'module(load="omhttp")',
      'template(name="vigie" type="string"',
      '  string="<%PRI%>1 %TIMESTAMP:::date-rfc3339% %HOSTNAME% %APP-NAME% %PROCID% %MSGID% %STRUCTURED-DATA% %msg%")',
      `action(type="omhttp" server="${hostname}" serverport="${port || (protocol === 'https:' ? '443' : '80')}"`,
      `  usehttps="${protocol === 'https:' ? 'on' : 'off'}" restpath="${pathname.slice(1)}/events"`,
      `  httpheaders=["Authorization: Bearer ${token}"] httpcontenttype="text/plain"`,
      '  template="vigie" batch="on" batch.format="newline" action.resumeRetryCount="-1")',
    ].join('\n');
  },
} as const;

interface Target {
  /** Where the input is, without what follows it. */
  readonly address: string;
  readonly token: string;
}

export function PushExamples({ id, token }: { id: string; token: string }) {
  const { inputs } = useWords().watching;
  const target = { address: `${window.location.origin}/api/inputs/${id}`, token };
  const tabs = (['curl', 'collector', 'rsyslog'] as const).map((name) => ({
    id: name,
    label: inputs.examples[name],
    content: <Example label={inputs.exampleFor(inputs.examples[name])} text={EXAMPLES[name](target)} />,
  }));
  return <Tabs label={inputs.howTo} tabs={tabs} />;
}

function Example({ label, text }: { label: string; text: string }) {
  return (
    <figure className="listing">
      <figcaption className="row row-apart">
        <span>{label}</span>
        <CopyButton text={text} />
      </figcaption>
      <pre lang="en">{text}</pre>
    </figure>
  );
}
