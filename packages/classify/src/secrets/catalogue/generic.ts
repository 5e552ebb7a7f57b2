// Secrets without marks of their own: a telling name, a random value. Their ids say "generic", so the engine is less sure of
// them. Names of things that are no secrets though they have such names: gitleaks' own counter-examples (MIT).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued } from './issued.ts';

/** Words of programs and products; a value that has one between marks or as a whole is a name, not a secret. */
const WORDS =
  'access|account|action|admin|agent|alpha|android|angular|apache|application|assets|async|auth|author|aws|azure|backend|background|backup|base|basic|beta|binary|block|boolean|branch|bucket|buffer|build|button|cache|callback|camel|center|change|channel|check|class|click|client|cloud|cluster|code|color|column|command|commit|common|compile|component|config|connect|console|constant|contact|container|content|context|control|cookie|copy|core|count|create|credential|current|custom|data|database|date|debug|default|delete|demo|deploy|description|design|detail|development|device|dialog|disable|display|docker|document|domain|download|driver|edit|element|email|enable|encod|endpoint|engine|entity|entry|error|event|example|execute|export|extension|extern|factory|false|feature|field|file|filter|final|folder|footer|format|frame|frontend|function|gateway|generate|github|global|google|graph|group|handler|hash|header|height|hidden|home|hook|host|html|http|icon|image|import|include|index|info|input|insert|install|instance|integer|integration|interface|internal|issue|item|javascript|jenkins|json|kernel|keyboard|label|language|layer|layout|length|level|library|license|link|linux|list|listener|load|local|location|logger|login|main|manage|manager|mapping|master|memory|menu|message|metadata|method|middleware|mobile|mode|model|module|monitor|mysql|name|native|network|node|normal|null|number|object|offset|option|order|organization|output|overview|package|page|parameter|parent|parse|path|pattern|payload|permission|picture|plain|platform|player|plugin|policy|pool|port|position|postgres|prefix|preview|primary|process|product|production|profile|program|project|property|protocol|provider|proxy|public|python|query|queue|random|reader|record|redirect|reference|register|release|remote|remove|render|replace|report|repository|request|reset|resource|response|result|return|role|route|router|sample|schema|scope|screen|script|search|section|secret|select|sender|serial|server|service|session|setting|setup|shared|simple|snapshot|socket|source|spring|stack|staging|standard|start|state|static|status|storage|store|stream|string|style|subject|submit|subscri|suffix|summary|support|switch|symbol|system|table|target|task|template|tenant|terminal|test|text|theme|thread|time|title|token|toolbar|tools|topic|trace|track|transaction|transform|trigger|true|type|undefined|unicode|unit|update|upload|user|username|util|valid|value|variable|vault|vector|vendor|version|video|view|virtual|visible|web|widget|width|window|wizard|worker|workflow|workspace|wrapper|write|yaml|zone';

const NO_SECRET: readonly RegExp[] = [
  /^[A-Za-z_.-]+$/,
  // Words joined by marks or by capitals, with a number or two: a name, a file, a version.
  new RegExp(`(?:^|[-_.:/=])(?:${WORDS})s?(?:[-_.:/=]|\\d{0,4}$)`, 'i'),
  /^(?:[A-Z]?[a-z]{2,}\d{0,3}){3,}$/,
  /^[a-z]{3,}(?:[-_.][a-z]{2,}){1,}[-_.]?\d{0,5}$/i,
  /^v?\d{1,4}(?:\.\d{1,6}){1,4}(?:[-+.][\w.-]{1,40})?$/,
  /^\d{4}-\d{2}-\d{2}(?:[T ]|$)/,
  /^[-\d.,:/ ]+$/,
  /^(?:https?|file|ftp|s3|arn|urn|data|jdbc|vault|ssm|op|kms|secretsmanager):/i,
  /^(?:\.{0,2}\/|~\/|[A-Z]:\\)/,
  /^\w+(?:\.\w+)+\(?$/,
  /^(?:process|os|env|System|config|this|self|ctx|req|request|params|settings|secrets|vars|data|module|local|var)\./,
  /\.(?:com|org|net|io|dev|internal|local|json|ya?ml|xml|pem|key|crt|txt|js|ts|py|java|md|html?|png|jpe?g|svg)$/i,
  /^(?:sha(?:1|256|384|512)|md5)[-:]/i,
  /^ssh-(?:rsa|ed25519)/,
  /^6fe4476ee5a1832882e326b506d14126$/,
  // Tokens in the examples of RFC 6749.
  /^(?:2YotnFZFEjr1zCsicMWpAA|tGzv3JOkF0XG5Qx2TlKWIA)$/,
  /(?:SNAPSHOT|-uwp=|:jar:)/,
];

/** The names: a word for a secret, alone or at the end of a longer name. */
const SECRET_NAMES = [
  'api_token',
  'api-token',
  'apitoken',
  'access_token',
  'access-token',
  'accesstoken',
  'token',
  'secret',
  'apikey',
  'api_key',
  'api-key',
  'api.key',
  'access_key',
  'access-key',
  'accesskey',
  'private_key',
  'private-key',
  'privatekey',
  'auth_key',
  'auth-key',
  'authkey',
  'encryption_key',
  'encryptionkey',
  'signing_key',
  'signingkey',
  'master_key',
  'masterkey',
  'credentials',
  'creds',
  'user_auth',
  'auth',
];

export const GENERIC: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'unknown: see what the name says',
      link: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      rotate: [
        'Find out which service takes it: its name, the file and the code around tell.',
        'Revoke it there, make a new one, and keep that in a secret store.',
        'Look in the log of that service for uses that were not yours.',
      ],
    },
    {
      id: 'generic-api-key',
      title: 'Key, token or secret by its name',
      opens: 'one service',
      form: { names: SECRET_NAMES, value: /[A-Za-z0-9][\w.=~-]{9,149}|[A-Za-z0-9][A-Za-z0-9+/]{11,149}={0,3}/ },
      entropy: 3.5,
      not: NO_SECRET,
    },
    {
      id: 'generic-password',
      title: 'Password by its name',
      opens: 'one service',
      form: {
        names: [
          'password',
          'passwd',
          'passwort',
          'passphrase',
          'pwd',
          'db_pass',
          'contraseña',
          'mot_de_passe',
          'wachtwoord',
          'senha',
          'haslo',
        ],
        value: /[A-Za-z0-9!#$%*+./:=?@^_|~-]{6,100}/,
      },
      entropy: 2.5,
      not: [
        /^[a-zA-Z_.-]+$/,
        /^[-\d.,:]+$/,
        /^(?:https?:|\.{0,2}\/|process\.|os\.|env\.|config\.|this\.|self\.|req\.|String|\$|\{|\[|#\{|%)/,
        /[()[\]{}]|=>|&&|==/,
        new RegExp(`^(?:${WORDS}|pass(?:word)?|pwd|passwd|secret|qwerty|letmein|welcome)[-_.]?\\d{0,4}$`, 'i'),
        /^R\d+:/,
      ],
    },
    {
      id: 'bearer-token',
      title: 'Bearer token in a header',
      opens: 'one service',
      form: {
        token:
          /(?:[aA]uthorization|AUTHORIZATION)(?:\\{0,3}["'])?\s{0,3}[:=,]\s{0,3}(?:\\{0,3}["'])?(?:[bB]earer|[tT]oken|[aA]pi-?[kK]ey|[aA]pi-[tT]oken|SSWS|PRIVATE-TOKEN)[ +:]{1,3}([A-Za-z0-9_~+/-][\w.~+/-]{19,4000}={0,2})/,
      },
      keywords: ['authorization'],
      entropy: 3.5,
      not: [/^[A-Za-z_.-]+$/],
    },
    {
      id: 'basic-auth',
      title: 'User and password in a header',
      opens: 'one service',
      form: {
        token:
          /(?:[aA]uthorization|AUTHORIZATION)(?:\\{0,3}["'])?\s{0,3}[:=,]\s{0,3}(?:\\{0,3}["'])?[bB]asic[ +]{1,3}([A-Za-z0-9+/]{11,800}={0,2})/,
      },
      keywords: ['authorization'],
      entropy: 2.5,
      // dXNlcjpwYXNz is "user:pass", QWxhZGRpbjpvcGVuIHNlc2FtZQ== the example of RFC 7617,
      // czZCaGRSa3F0… that of RFC 6749.
      not: [/^dXNlc(?:jpwYXNz|m5hbWU6cGFzc3dvcm)/, /^QWxhZGRpbjpvcGVu/, /^czZCaGRSa3F0MzpnWDFmQmF0M2JW/],
    },
    {
      id: 'session-cookie',
      title: 'Session cookie',
      opens: 'one service',
      form: {
        token:
          /(?:PHPSESSID|JSESSIONID|connect\.sid|ASP\.NET_SessionId|\.AspNetCore\.[A-Za-z.]{3,40}|laravel_session|_rails_session|sessionid|SESSION|next-auth\.session-token|__Secure-next-auth\.session-token|wordpress_logged_in_[a-f0-9]{32})=([A-Za-z0-9%._-]{20,3000})/,
      },
      keywords: [
        'phpsessid',
        'jsessionid',
        'connect.sid',
        'asp.net_sessionid',
        '.aspnetcore.',
        'laravel_session',
        '_rails_session',
        'sessionid',
        'session=',
        'session-token',
        '__secure-next-auth.',
        'wordpress_logged_in_',
      ],
      entropy: 3.3,
      not: [/^[A-Za-z_.-]+$/],
      rotate: ['End the session on the server; end all if many leaked.', 'Keep cookies out of logs.'],
    },
    {
      id: 'curl-auth-user',
      title: 'User and password in a curl command',
      opens: 'one service',
      form: {
        token:
          /\bcurl\b(?:(?!\n[^\s#])[\s\S]){0,600}?\s(?:-u|--user)(?:=|[ \t]{0,5})(?:"([^":\n]{0,100}:[^"\n]{3,200}|[^":\n]{3,100}:)"|'([^':\n]{1,100}:[^'\n]{3,200})'|((?:"[^"\n]{3,100}"|'[^'\n]{3,100}'|[\w$@.-]{1,100}):(?:"[^"\n]{3,100}"|'[^'\n]{3,100}'|[^\s"'<>`]{3,100})))(?=\s|$)/,
      },
      keywords: ['curl'],
      entropy: 2,
      not: [
        /^[^:]+:(?:change(?:it|me)|pass(?:word)?|pwd|test|token|\*+|x+|yyy)$/i,
        /^["']?<[^>]+>|:["']?<[^>]+>["']?$|:\[[^\]]+\]/,
        /^["']?\$\{?\w+|:["']?\$\{?\w+\}?["']?$|\{\{|\$\(/,
      ],
    },
    {
      id: 'curl-auth-header',
      title: 'Key in a header of a curl command',
      opens: 'one service',
      form: {
        token:
          /\bcurl\b(?:(?!\n[^\s#])[\s\S]){0,600}?\s(?:-H|--header)(?:=|[ \t]{0,5})["']\s?(?:[aA]uthorization:[ \t]{0,5}(?:(?:[bB]asic|[bB]earer|[tT]oken|[aA]pi-?[tT]oken|[aA]pi-?[kK]ey)[ \t]{1,3})?|(?:X-(?:[A-Za-z]{1,20}-)?)?(?:[aA]pi-?)?(?:[kK]ey|[tT]oken):[ \t]{0,5})([\w=~@.+/-]{8,4000})["']/,
      },
      keywords: ['curl'],
      entropy: 2.75,
      not: [/^[A-Za-z_.-]+$/],
    },
  ),
];
