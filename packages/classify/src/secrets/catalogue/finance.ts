// Keys of accounting, market data and money services. Forms: the services' documentation, and the catalogues of gitleaks and
// betterleaks (MIT).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued } from './issued.ts';

export const FINANCE: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'Finicity (Mastercard)',
      link: 'https://developer.mastercard.com',
      rotate: [
        'Change the partner secret in the developer zone.',
        'Deploy the new one.',
        'Ask for a list of the customers read with it.',
      ],
    },
    {
      id: 'finicity-api-token',
      title: 'Finicity app key',
      opens: 'money',
      form: { names: ['finicity'], value: /[A-Fa-f0-9]{32}/ },
      entropy: 2,
    },
    {
      id: 'finicity-client-secret',
      title: 'Finicity partner secret',
      opens: 'money',
      form: { names: ['finicity'], value: /[A-Za-z0-9]{20}/ },
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'Finnhub',
      link: 'https://finnhub.io/docs/api',
      rotate: ['Regenerate the key in the dashboard.', 'Deploy the new one.'],
    },
    {
      id: 'finnhub-access-token',
      title: 'Finnhub API key',
      opens: 'little',
      form: { names: ['finnhub'], value: /[A-Za-z0-9]{20}/ },
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'FreshBooks',
      link: 'https://www.freshbooks.com/api/start',
      rotate: ['Revoke the authorisation of the app.', 'Make a new client secret for it.'],
    },
    {
      id: 'freshbooks-access-token',
      title: 'FreshBooks access token',
      opens: 'money',
      form: { names: ['freshbooks'], value: /[A-Za-z0-9]{64}/ },
    },
  ),
  ...issued(
    {
      issuer: 'Duffel',
      link: 'https://duffel.com/docs',
      rotate: [
        'Delete the access token in the dashboard under Developers.',
        'Make a new one, read-only if that will do.',
        'Look at orders since then.',
      ],
    },
    {
      id: 'duffel-api-token',
      title: 'Duffel access token',
      opens: 'money',
      form: { token: /duffel_(?:test|live)_[A-Za-z0-9_=-]{43}/ },
      keywords: ['duffel_'],
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'Intuit',
      link: 'https://developer.intuit.com',
      rotate: [
        'Rotate the client secret in the developer portal.',
        'Disconnect companies that should not be connected.',
      ],
    },
    {
      id: 'intuit-client-secret',
      title: 'Intuit (QuickBooks) client secret',
      opens: 'money',
      form: { names: ['intuit', 'quickbooks'], value: /[A-Za-z0-9]{40}/ },
      entropy: 3.5,
    },
    {
      id: 'xero-client-secret',
      issuer: 'Xero',
      link: 'https://developer.xero.com',
      title: 'Xero client secret',
      opens: 'money',
      form: { names: ['xero'], value: /[\w-]{48}/ },
      entropy: 4,
    },
    {
      id: 'alphavantage-api-key',
      issuer: 'Alpha Vantage',
      link: 'https://www.alphavantage.co/documentation/',
      title: 'Alpha Vantage API key',
      opens: 'little',
      form: { names: ['alphavantage', 'alpha_vantage'], value: /[A-Z0-9]{16}/ },
      entropy: 3,
    },
    {
      id: 'polygon-api-key',
      issuer: 'Polygon.io',
      link: 'https://polygon.io/docs',
      title: 'Polygon.io API key',
      opens: 'little',
      form: { names: ['polygon_api', 'polygonio', 'polygon_io'], value: /[A-Za-z0-9_]{32}/ },
      entropy: 3.5,
    },
    {
      id: 'alpaca-secret-key',
      issuer: 'Alpaca',
      link: 'https://docs.alpaca.markets',
      title: 'Alpaca secret key',
      opens: 'money',
      form: { names: ['alpaca', 'apca-api-secret-key', 'apca_api_secret'], value: /[A-Za-z0-9]{40,44}/ },
      entropy: 3.5,
    },
    {
      id: 'ramp-client-secret',
      issuer: 'Ramp',
      link: 'https://docs.ramp.com',
      title: 'Ramp client secret',
      opens: 'money',
      form: { token: /ramp_sec_[A-Za-z0-9]{48}/ },
      keywords: ['ramp_sec_'],
    },
    {
      id: 'mercury-api-token',
      issuer: 'Mercury',
      link: 'https://docs.mercury.com',
      title: 'Mercury API token',
      opens: 'money',
      form: { token: /secret-token:mercury_(?:production|sandbox)_[a-z]{3}_[A-Za-z0-9]{40,60}_[a-z]{3,8}/ },
      keywords: ['secret-token:mercury_'],
    },
  ),
];
