// Keys of networks, edges, maps and devices. Forms: the vendors' documentation, and the catalogues of gitleaks and betterleaks
// (MIT), kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HEX_40, issued } from './issued.ts';

export const NETWORK: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Tailscale', link: 'https://tailscale.com/kb', rotate: ['Revoke the key in the admin console.', 'Remove devices that joined with it and are not yours.', 'Look in the configuration audit log.'] },
    { id: 'tailscale-key', title: 'Tailscale key', opens: 'everything of an account', form: { token: /tskey-(?:api|auth|client|scim|webhook)-[A-Za-z0-9]{8,24}-[A-Za-z0-9]{20,40}/ }, keywords: ['tskey-'], entropy: 3 },
    { id: 'defined-networking-api-token', issuer: 'Defined Networking', link: 'https://docs.defined.net', title: 'Defined Networking API token', opens: 'everything of an account', form: { token: /dnkey-[\w=-]{26}-[\w=-]{52}/ }, keywords: ['dnkey-'], entropy: 3 },
    { id: 'zerotier-api-token', issuer: 'ZeroTier', link: 'https://docs.zerotier.com', title: 'ZeroTier API token', opens: 'everything of an account', form: { names: ['zerotier'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
    { id: 'ngrok-auth-token', issuer: 'ngrok', link: 'https://ngrok.com/docs', title: 'ngrok token', opens: 'one service', form: { names: ['ngrok', 'authtoken'], value: /[A-Za-z0-9]{26,27}_[A-Za-z0-9]{18,24}/ }, entropy: 4 },
    { id: 'cloudflared-tunnel-token', issuer: 'Cloudflare', link: 'https://developers.cloudflare.com/cloudflare-one/', title: 'Cloudflare Tunnel token', opens: 'one service', form: { token: /eyJhIjoi[A-Za-z0-9+/]{150,250}={0,2}/ }, keywords: ['eyjhijoi'], entropy: 4 },
    { id: 'wireguard-private-key', issuer: 'the WireGuard peer', link: 'https://www.wireguard.com', title: 'WireGuard private or preshared key', opens: 'everything of an account', form: { token: /(?:PrivateKey|PresharedKey|PreSharedKey)\s{0,4}=\s{0,4}([A-Za-z0-9+/]{43}=)/ }, keywords: ['privatekey', 'presharedkey'], entropy: 4 },
  ),
  ...issued(
    { issuer: 'Cisco Meraki', link: 'https://developer.cisco.com/meraki/', rotate: ['Revoke the key in the profile of the dashboard.', 'Make a new one and limit API access to addresses.', 'Look in the change log of the organisation.'] },
    { id: 'cisco-meraki-api-key', title: 'Cisco Meraki API key', opens: 'everything of an account', form: { names: ['meraki', 'x-cisco-meraki-api-key'], value: /[0-9a-f]{40}/ }, entropy: 3 },
    { id: 'cisco-device-password', title: 'Password in a Cisco configuration', opens: 'everything of an account', form: { token: /(?:enable|username \S{1,60}(?: privilege \d{1,2})?) (?:secret|password) (?:0|5|7|8|9) (\S{5,120})/ }, keywords: ['enable secret', 'enable password', 'username '], entropy: 2 },
    { id: 'snmp-community', issuer: 'the network device', link: 'https://www.rfc-editor.org/rfc/rfc3584', title: 'SNMP community', opens: 'one service', form: { token: /snmp-server community (\S{4,60})/ }, keywords: ['snmp-server community'], not: [/^(?:public|private|community|string)$/i], rotate: ['Change the community, or move to SNMPv3 with encryption.', 'Limit it to the addresses of the monitoring.'] },
    { id: 'wifi-passphrase', issuer: 'the access point', link: 'https://w1.fi/wpa_supplicant/', title: 'Wi-Fi passphrase', opens: 'one service', form: { token: /(?:WIFI:(?:[TSH]:[^;\n]{0,64};){1,3}P:([^;\n]{8,63});|\bpsk\s{0,2}=\s{0,2}"([^"\n]{8,63})")/ }, keywords: ['wifi:', 'psk'], entropy: 2, rotate: ['Change the passphrase of the network.', 'Use one key per person (802.1X) where you can.'] },
  ),
  ...issued(
    { issuer: 'Fastly', link: 'https://www.fastly.com/documentation/', rotate: ['Delete the token under Personal API tokens.', 'Make a new one for one service with a narrow scope.', 'Look in the event log.'] },
    { id: 'fastly-api-token', title: 'Fastly API token', opens: 'everything of an account', form: { names: ['fastly'], value: /[\w=-]{32}/ }, entropy: 3 },
    { id: 'maxmind-license-key', issuer: 'MaxMind', link: 'https://dev.maxmind.com', title: 'MaxMind license key', opens: 'little', form: { token: /[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk/ }, keywords: ['_mmk'], entropy: 4 },
    { id: 'ipinfo-token', issuer: 'IPinfo', link: 'https://ipinfo.io/developers', title: 'IPinfo token', opens: 'little', form: { names: ['ipinfo'], value: /[a-f0-9]{14}/ }, entropy: 2.5 },
    { id: 'shodan-api-key', issuer: 'Shodan', link: 'https://developer.shodan.io', title: 'Shodan API key', opens: 'one service', form: { names: ['shodan'], value: /[A-Za-z0-9]{32}/ }, entropy: 3.5 },
    { id: 'virustotal-api-key', issuer: 'VirusTotal', link: 'https://docs.virustotal.com', title: 'VirusTotal API key', opens: 'one service', form: { names: ['virustotal', 'vt_api', 'x-apikey'], value: /[a-f0-9]{64}/ }, entropy: 3 },
    { id: 'adafruit-api-key', issuer: 'Adafruit', link: 'https://io.adafruit.com/api/docs/', title: 'Adafruit IO key', opens: 'one service', form: { names: ['adafruit'], value: /[\w-]{32}/ }, entropy: 2.5 },
    { id: 'adafruit-io-prefixed-key', issuer: 'Adafruit', link: 'https://io.adafruit.com/api/docs/', title: 'Adafruit IO key with a prefix', opens: 'one service', form: { token: /aio_[A-Za-z]{4}\d{2}[A-Za-z0-9]{22}/ }, keywords: ['aio_'], entropy: 3 },
    { id: 'particle-access-token', issuer: 'Particle', link: 'https://docs.particle.io', title: 'Particle access token', opens: 'one service', form: { names: ['particle_access', 'particle_token', 'particle_api'], value: HEX_40 }, entropy: 3 },
    { id: 'mapbox-api-token', issuer: 'Mapbox', link: 'https://docs.mapbox.com', title: 'Mapbox public token', opens: 'little', form: { token: /pk\.[A-Za-z0-9]{60}\.[A-Za-z0-9]{22}/ }, keywords: ['pk.'], entropy: 3.5 },
    { id: 'mapbox-secret-token', issuer: 'Mapbox', link: 'https://docs.mapbox.com', title: 'Mapbox secret token', opens: 'one service', form: { token: /sk\.eyJ1Ijoi[A-Za-z0-9_-]{30,120}\.[\w-]{22}/ }, keywords: ['sk.eyj1ijoi'], entropy: 3.5 },
    { id: 'openweather-api-key', issuer: 'OpenWeather', link: 'https://openweathermap.org/api', title: 'OpenWeather API key', opens: 'little', form: { names: ['openweather', 'openweathermap', 'owm_api'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'rapidapi-access-token', issuer: 'RapidAPI', link: 'https://docs.rapidapi.com', title: 'RapidAPI key', opens: 'one service', form: { names: ['rapidapi', 'x-rapidapi-key'], value: /[\w-]{50}/ }, entropy: 3 },
    { id: 'scraperapi-key', issuer: 'ScraperAPI', link: 'https://docs.scraperapi.com', title: 'ScraperAPI key', opens: 'one service', form: { names: ['scraperapi', 'scraper_api'], value: /[a-f0-9]{32}/ }, entropy: 3 },
  ),
];
