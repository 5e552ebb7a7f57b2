// The order in which exposed keys are changed: what opens the most comes first. Kinds are those that `vigie scan --classify` names.

interface KeyGroup {
  readonly id: string;
  readonly what: string;
  readonly opens: string;
  /** Of the kind's last part. */
  readonly kinds: RegExp;
}

const GROUPS: readonly KeyGroup[] = [
  {
    id: 'cloud',
    what: 'Keys of cloud accounts, machines and secret stores',
    opens: 'whole accounts, and through them everything else',
    kinds:
      /^(?:aws|azure|gcp|google|alibaba|digitalocean|cloudflare|hetzner|scaleway|ovh|oci|linode|vultr|exoscale|flyio|heroku|kubernetes|vault|hashicorp|terraform|pulumi|doppler|infisical|bitwarden|1password|private-key|ssh|age|okta|auth0|duo|tailscale)/,
  },
  {
    id: 'code',
    what: 'Keys of code, packages and delivery',
    opens: 'your source, and a way to put code into what you ship',
    kinds:
      /^(?:github|gitlab|gitea|bitbucket|npm|pypi|rubygems|crates|clojars|nuget|docker|artifactory|jfrog|circleci|travisci|droneci|buildkite|jenkins|azure-devops|sonar|snyk|octopus|expo|app-store)/,
  },
  {
    id: 'data',
    what: 'Keys of other data stores',
    opens: 'more data of the same people or of others',
    kinds:
      /^(?:database|connection-string|postgres|mysql|mongodb|redis|elastic|clickhouse|snowflake|databricks|planetscale|supabase|neon|aiven|confluent|algolia|airtable|dropbox|box|backblaze|firebase)/,
  },
  {
    id: 'money',
    what: 'Keys of payment and messaging services',
    opens: 'money, and messages in your name',
    kinds:
      /^(?:stripe|paypal|braintree|adyen|square|checkout|razorpay|plaid|coinbase|binance|twilio|vonage|sendgrid|mailgun|mailchimp|brevo|postmark|slack|discord|telegram|dingtalk|feishu|teams|microsoft-teams|facebook|shopify)/,
  },
  {
    id: 'sessions',
    what: 'Keys that sign sessions, and tokens of sessions',
    opens: 'the accounts of people who are signed in; change the signing key and sign everybody out',
    kinds: /^(?:jwt|bearer|session|cookie|django|rails|laravel|aspnet|flask|oauth|basic-auth|curl-auth)/,
  },
];

const OTHER: KeyGroup = {
  id: 'other',
  what: 'All other keys and tokens',
  opens: 'the service that each is for',
  kinds: /./,
};

const PASSWORDS: KeyGroup = {
  id: 'passwords',
  what: 'Passwords of people',
  opens: 'their accounts here, and elsewhere where they use the same one; force a new one and end their sessions',
  kinds: /./,
};

interface KeysFound {
  readonly group: KeyGroup;
  readonly kinds: readonly string[];
}

/** The groups of keys that were found, the gravest first. */
export function keysFound(kinds: readonly string[]): readonly KeysFound[] {
  const lastPart = (kind: string) => kind.slice(kind.indexOf('/') + 1);
  const secrets = kinds.filter((kind) => kind.startsWith('secret/'));
  const groupOf = (kind: string) => GROUPS.find((group) => group.kinds.test(lastPart(kind))) ?? OTHER;
  const found = [...GROUPS, OTHER].map((group) => ({
    group,
    kinds: secrets.filter((kind) => groupOf(kind) === group),
  }));
  const passwords = kinds.filter((kind) => kind.startsWith('credential/'));
  return [...found, { group: PASSWORDS, kinds: passwords }].filter((one) => one.kinds.length > 0);
}

/** The order alone, for a store whose content nobody has looked at. */
export function keyOrder(): readonly string[] {
  return [...GROUPS, OTHER, PASSWORDS].map(({ what, opens }) => `${what}: they open ${opens}.`);
}
