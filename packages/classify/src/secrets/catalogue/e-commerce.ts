// Keys of shops, shipping and sites. Forms: the services' documentation, and the catalogues of gitleaks and betterleaks (MIT),
// kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, UUID } from './issued.ts';

export const E_COMMERCE: readonly CatalogueEntry[] = [
  ...issued(
    { issuer: 'Shopify', link: 'https://shopify.dev/docs/apps/build/authentication-authorization', rotate: ['Rotate the client secret or uninstall the app in the shop’s admin or the partner dashboard.', 'Revoke its access tokens.', 'Look at orders, customers and apps changed since then.'] },
    { id: 'shopify-access-token', title: 'Shopify access token', opens: 'money', form: { token: /shpat_[A-Fa-f0-9]{32}/ }, keywords: ['shpat_'], entropy: 2 },
    { id: 'shopify-custom-access-token', title: 'Shopify custom app access token', opens: 'money', form: { token: /shpca_[A-Fa-f0-9]{32}/ }, keywords: ['shpca_'], entropy: 2 },
    { id: 'shopify-private-app-access-token', title: 'Shopify private app access token', opens: 'money', form: { token: /shppa_[A-Fa-f0-9]{32}/ }, keywords: ['shppa_'], entropy: 2 },
    { id: 'shopify-shared-secret', title: 'Shopify shared secret', opens: 'money', form: { token: /shpss_[A-Fa-f0-9]{32}/ }, keywords: ['shpss_'], entropy: 2 },
    { id: 'shopify-partner-token', title: 'Shopify partner token', opens: 'money', form: { token: /prtapi_[a-f0-9]{32}/ }, keywords: ['prtapi_'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Etsy', link: 'https://developers.etsy.com/documentation/', rotate: ['Ask for a new keystring for the app, and delete the old app.', 'Deploy the new key.'] },
    { id: 'etsy-access-token', title: 'Etsy API key', opens: 'one service', form: { names: ['etsy'], value: /[A-Za-z0-9]{24}/ }, entropy: 3 },
    { id: 'easypost-api-token', issuer: 'EasyPost', link: 'https://docs.easypost.com', title: 'EasyPost API key', opens: 'money', form: { token: /EZAK[A-Za-z0-9]{54}/ }, keywords: ['ezak'], entropy: 2 },
    { id: 'easypost-test-api-token', issuer: 'EasyPost', link: 'https://docs.easypost.com', title: 'EasyPost test API key', opens: 'little', form: { token: /EZTK[A-Za-z0-9]{54}/ }, keywords: ['eztk'], entropy: 2 },
    { id: 'shippo-api-token', issuer: 'Shippo', link: 'https://docs.goshippo.com', title: 'Shippo API token', opens: 'money', form: { token: /shippo_(?:live|test)_[A-Fa-f0-9]{40}/ }, keywords: ['shippo_'], entropy: 2 },
    { id: 'lob-api-key', issuer: 'Lob', link: 'https://docs.lob.com', title: 'Lob API key', opens: 'messages', form: { names: ['lob'], value: /((?:live|test)_[A-Fa-f0-9]{35})/ } },
    { id: 'lob-pub-api-key', issuer: 'Lob', link: 'https://docs.lob.com', title: 'Lob publishable key', opens: 'little', form: { names: ['lob'], value: /((?:test|live)_pub_[A-Fa-f0-9]{31})/ } },
    { id: 'squarespace-access-token', issuer: 'Squarespace', link: 'https://developers.squarespace.com', title: 'Squarespace API key', opens: 'money', form: { names: ['squarespace'], value: UUID } },
    { id: 'freemius-secret-key', issuer: 'Freemius', link: 'https://freemius.com/help/', title: 'Freemius secret key', opens: 'money', path: /\.php$/i, form: { token: /["']secret_key["']\s{0,20}=>\s{0,20}["'](sk_\S{29})["']/ }, keywords: ['secret_key'] },
    { id: 'woocommerce-consumer-secret', issuer: 'WooCommerce', link: 'https://woocommerce.com/documentation/', title: 'WooCommerce consumer secret', opens: 'money', form: { token: /c[sk]_[a-f0-9]{40}/ }, keywords: ['cs_', 'ck_'], entropy: 3 },
    { id: 'bigcommerce-access-token', issuer: 'BigCommerce', link: 'https://developer.bigcommerce.com', title: 'BigCommerce access token', opens: 'money', form: { names: ['bigcommerce', 'x-auth-token'], value: /[a-z0-9]{31}/ }, entropy: 3.5 },
    { id: 'contentful-delivery-api-token', issuer: 'Contentful', link: 'https://www.contentful.com/developers/docs/', title: 'Contentful delivery token', opens: 'little', form: { names: ['contentful'], value: /[\w=-]{43}/ }, entropy: 3 },
    { id: 'contentful-management-token', issuer: 'Contentful', link: 'https://www.contentful.com/developers/docs/', title: 'Contentful management token', opens: 'data', form: { token: /CFPAT-[\w-]{43}/ }, keywords: ['cfpat-'], entropy: 3.5 },
    { id: 'sanity-token', issuer: 'Sanity', link: 'https://www.sanity.io/docs', title: 'Sanity API token', opens: 'data', form: { token: /sk[A-Za-z0-9]{78}[A-Za-z0-9]{100}/ }, keywords: ['sanity'], entropy: 4 },
    { id: 'storyblok-token', issuer: 'Storyblok', link: 'https://www.storyblok.com/docs', title: 'Storyblok personal access token', opens: 'data', form: { names: ['storyblok'], value: /[A-Za-z0-9]{22}(?:tt|-\d{5,6}-[A-Za-z0-9_-]{20})?/ }, entropy: 3.5 },
    { id: 'amazon-refresh-token', issuer: 'Amazon Selling Partner', link: 'https://developer-docs.amazon.com/sp-api', title: 'Amazon refresh token', opens: 'money', form: { token: /Atzr\|[A-Za-z0-9_-]{100,600}/ }, keywords: ['atzr|'], entropy: 4 },
    { id: 'ebay-client-secret', issuer: 'eBay', link: 'https://developer.ebay.com', title: 'eBay client secret', opens: 'money', form: { token: /(?:PRD|SBX)-[a-f0-9]{12}(?:-[a-f0-9]{4}){4}/ }, keywords: ['prd-', 'sbx-'], entropy: 3 },
  ),
];
