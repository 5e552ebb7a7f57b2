// Keys of payment services. Forms: the services' documentation, and the catalogues of gitleaks and betterleaks (MIT),
// kingfisher (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { issued, UUID } from './issued.ts';

export const PAYMENTS: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'Stripe',
      link: 'https://docs.stripe.com/keys',
      rotate: [
        'Roll the key in the Dashboard under Developers, API keys, with expiry now.',
        'Use restricted keys with the permissions that a service needs.',
        'Look in the request logs and the security history for refunds, payouts and exports that were not yours.',
      ],
    },
    { id: 'stripe-access-token', title: 'Stripe secret or restricted key', opens: 'money', form: { token: /[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,250}/ }, keywords: ['sk_test', 'sk_live', 'sk_prod', 'rk_test', 'rk_live', 'rk_prod'], entropy: 2 },
    { id: 'stripe-webhook-secret', title: 'Stripe webhook signing secret', opens: 'one service', form: { token: /whsec_[A-Za-z0-9]{32,64}/ }, keywords: ['whsec_'], entropy: 3.5 },
    { id: 'stripe-organization-key', title: 'Stripe organisation key', opens: 'money', form: { token: /sk_org_(?:live|test)_[A-Za-z0-9]{20,250}/ }, keywords: ['sk_org_'], entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'Square',
      link: 'https://developer.squareup.com/docs',
      rotate: ['Replace the token in the Developer Console.', 'Revoke OAuth tokens that were granted with it.', 'Look at payments and refunds since then.'],
    },
    { id: 'square-access-token', title: 'Square access token', opens: 'money', form: { token: /(?:EAAA|sq0atp-)[\w-]{22,60}/ }, keywords: ['sq0atp-', 'eaaa'], entropy: 3 },
    { id: 'square-secret', title: 'Square OAuth secret', opens: 'money', form: { token: /sq0csp-[A-Za-z0-9_\\[\]-]{43}/ }, keywords: ['sq0csp-'], entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'PayPal',
      link: 'https://developer.paypal.com/api/rest/',
      rotate: ['Make a second client secret in the Developer Dashboard, deploy it, then disable and delete the first.', 'Look at transactions and API calls since then.'],
    },
    { id: 'paypal-braintree-access-token', title: 'Braintree access token', opens: 'money', form: { token: /access_token\$(?:production|sandbox)\$[a-z0-9]{16}\$[a-f0-9]{32}/ }, keywords: ['access_token$'] },
    { id: 'paypal-client-secret', title: 'PayPal client secret', opens: 'money', form: { names: ['paypal'], value: /E[A-Za-z0-9_-]{79}/ }, entropy: 4 },
    { id: 'braintree-private-key', title: 'Braintree private key', opens: 'money', form: { names: ['braintree', 'bt_private_key'], value: /[a-f0-9]{32}/ }, entropy: 3 },
  ),
  ...issued(
    {
      issuer: 'Adyen',
      link: 'https://docs.adyen.com/development-resources/api-credentials/',
      rotate: ['Generate a new API key in the Customer Area: the old one works for 24 hours more unless you expire it.', 'Limit it to addresses and roles.'],
    },
    { id: 'adyen-api-key', title: 'Adyen API key', opens: 'money', form: { token: /AQE[a-z][A-Za-z0-9+/]{60,300}(?:=|-)[A-Za-z0-9+/=<>;:~!@#$%^&*(){}|,.?[\]-]{8,120}/ }, keywords: ['aqe'], entropy: 4 },
  ),
  ...issued(
    { issuer: 'Mollie', link: 'https://docs.mollie.com', rotate: ['Reset the key in the dashboard under Developers, API keys.', 'Deploy the new key.'] },
    { id: 'mollie-api-key', title: 'Mollie API key', opens: 'money', form: { names: ['mollie'], value: /(?:live|test)_[A-Za-z0-9]{30,40}/ }, entropy: 3 },
    { id: 'mollie-access-token', title: 'Mollie access token', opens: 'money', form: { names: ['mollie'], value: /access_[A-Za-z0-9]{32,44}/ }, entropy: 3.5 },
  ),
  ...issued(
    { issuer: 'GoCardless', link: 'https://developer.gocardless.com', rotate: ['Delete the access token in the dashboard under Developers.', 'Make a new one, read-only if that will do.'] },
    { id: 'gocardless-api-token', title: 'GoCardless access token', opens: 'money', form: { names: ['gocardless'], value: /(?:live|sandbox)_[\w=-]{40}/ } },
  ),
  ...issued(
    { issuer: 'Flutterwave', link: 'https://developer.flutterwave.com', rotate: ['Regenerate the keys in the dashboard under Settings, API.', 'Deploy the new keys.', 'Look at transfers since then.'] },
    { id: 'flutterwave-encryption-key', title: 'Flutterwave encryption key', opens: 'money', form: { token: /FLWSECK_TEST-?[A-Ha-h0-9]{12}/ }, keywords: ['flwseck_test'], entropy: 2 },
    { id: 'flutterwave-public-key', title: 'Flutterwave public key', opens: 'little', form: { token: /FLWPUBK(?:_TEST)?-[A-Ha-h0-9]{32}-X/ }, keywords: ['flwpubk'], entropy: 2 },
    { id: 'flutterwave-secret-key', title: 'Flutterwave secret key', opens: 'money', form: { token: /FLWSECK(?:_TEST)?-[A-Ha-h0-9]{32}-X/ }, keywords: ['flwseck'], entropy: 2 },
  ),
  ...issued(
    { issuer: 'Razorpay', link: 'https://razorpay.com/docs', rotate: ['Regenerate the key pair in the dashboard, and expire the old one at once.', 'Look at refunds and payouts.'] },
    { id: 'razorpay-key-secret', title: 'Razorpay key secret', opens: 'money', form: { names: ['razorpay', 'rzp'], value: /[A-Za-z0-9]{24}/ }, entropy: 3.5 },
    { id: 'razorpay-key-id', title: 'Razorpay key id', opens: 'little', form: { token: /rzp_(?:live|test)_[A-Za-z0-9]{14}/ }, keywords: ['rzp_live_', 'rzp_test_'] },
  ),
  ...issued(
    { issuer: 'Paystack', link: 'https://paystack.com/docs', rotate: ['Generate new keys in the dashboard under Settings, API keys.', 'Deploy the new keys.'] },
    { id: 'paystack-secret-key', title: 'Paystack secret key', opens: 'money', form: { token: /sk_(?:live|test)_[a-f0-9]{40}/ }, keywords: ['sk_live_', 'sk_test_'], entropy: 3 },
  ),
  ...issued(
    { issuer: 'Plaid', link: 'https://plaid.com/docs', rotate: ['Rotate the secret in the dashboard under Developers, Keys.', 'Invalidate access tokens with /item/access_token/invalidate.', 'Look at the activity log.'] },
    { id: 'plaid-api-token', title: 'Plaid access token', opens: 'money', form: { token: /access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }, keywords: ['access-sandbox-', 'access-development-', 'access-production-'] },
    { id: 'plaid-client-id', title: 'Plaid client id', opens: 'little', form: { names: ['plaid'], value: /[A-Za-z0-9]{24}/ }, entropy: 3.5 },
    { id: 'plaid-secret-key', title: 'Plaid secret', opens: 'money', form: { names: ['plaid'], value: /[A-Za-z0-9]{30}/ }, entropy: 3.5 },
  ),
  ...issued(
    { issuer: 'Wise', link: 'https://docs.wise.com', rotate: ['Revoke the token under Settings, API tokens.', 'Make a new one limited to addresses, read-only if that will do.'] },
    { id: 'wise-api-token', title: 'Wise API token', opens: 'money', form: { names: ['wise', 'transferwise'], value: UUID }, entropy: 3 },
    { id: 'checkout-secret-key', issuer: 'Checkout.com', link: 'https://www.checkout.com/docs', title: 'Checkout.com secret key', opens: 'money', form: { token: /sk_(?:sbox_)?[a-z2-7]{26}[a-z2-7*#$=]/ }, keywords: ['sk_sbox_', 'sk_'], entropy: 4 },
    { id: 'paddle-api-key', issuer: 'Paddle', link: 'https://developer.paddle.com', title: 'Paddle API key', opens: 'money', form: { token: /pdl_(?:live|sdbx)_apikey_[a-z0-9]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}/ }, keywords: ['pdl_live_apikey_', 'pdl_sdbx_apikey_'] },
    { id: 'chargebee-api-key', issuer: 'Chargebee', link: 'https://www.chargebee.com/docs', title: 'Chargebee API key', opens: 'money', form: { token: /(?:live|test)_[A-Za-z0-9]{30,40}cu[A-Za-z0-9]{10,16}/ }, keywords: ['live_', 'test_'], entropy: 4 },
    { id: 'sumup-api-key', issuer: 'SumUp', link: 'https://developer.sumup.com', title: 'SumUp API key', opens: 'money', form: { token: /sup_sk_[A-Za-z0-9]{32}/ }, keywords: ['sup_sk_'], entropy: 3.5 },
    { id: 'recurly-api-key', issuer: 'Recurly', link: 'https://docs.recurly.com', title: 'Recurly private key', opens: 'money', form: { names: ['recurly'], value: /[a-f0-9]{32}/ }, entropy: 3 },
    { id: 'mercadopago-access-token', issuer: 'Mercado Pago', link: 'https://www.mercadopago.com/developers', title: 'Mercado Pago access token', opens: 'money', form: { token: /APP_USR-\d{13,16}-\d{6}-[a-f0-9]{32}-\d{6,12}/ }, keywords: ['app_usr-'] },
    { id: 'klarna-api-key', issuer: 'Klarna', link: 'https://docs.klarna.com', title: 'Klarna API key', opens: 'money', form: { token: /klarna_(?:live|test)_api_[\w-]{40,120}/ }, keywords: ['klarna_live_api_', 'klarna_test_api_'] },
    { id: 'worldpay-service-key', issuer: 'Worldpay', link: 'https://developer.worldpay.com', title: 'Worldpay service key', opens: 'money', form: { token: /[TL]_S_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ }, keywords: ['t_s_', 'l_s_'] },
    { id: 'cashfree-secret', issuer: 'Cashfree', link: 'https://www.cashfree.com/docs', title: 'Cashfree client secret', opens: 'money', form: { token: /cfsk_ma_(?:prod|test)_[a-f0-9]{32}_[a-f0-9]{8}/ }, keywords: ['cfsk_ma_'] },
  ),
];
