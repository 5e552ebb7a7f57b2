// The tables of the sign-in library (better-auth 1.7.6 with TOTP and passkeys), in the form that its own generator prints.
import type { Migration } from './index.ts';

export const migration: Migration = {
  name: '0002-sign-in',
  statements: [
    `CREATE TABLE auth_user (
       "id" text PRIMARY KEY,
       "name" text NOT NULL,
       "email" text NOT NULL UNIQUE,
       "emailVerified" boolean NOT NULL,
       "image" text,
       "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
       "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
       "twoFactorEnabled" boolean,
       "role" text NOT NULL,
       "language" text NOT NULL,
       "disabled" boolean NOT NULL,
       "lastSeenAt" timestamptz
     )`,
    `CREATE TABLE auth_session (
       "id" text PRIMARY KEY,
       "expiresAt" timestamptz NOT NULL,
       "token" text NOT NULL UNIQUE,
       "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
       "updatedAt" timestamptz NOT NULL,
       "ipAddress" text,
       "userAgent" text,
       "userId" text NOT NULL REFERENCES auth_user ("id") ON DELETE CASCADE
     )`,
    `CREATE TABLE auth_account (
       "id" text PRIMARY KEY,
       "accountId" text NOT NULL,
       "providerId" text NOT NULL,
       "userId" text NOT NULL REFERENCES auth_user ("id") ON DELETE CASCADE,
       "accessToken" text,
       "refreshToken" text,
       "idToken" text,
       "accessTokenExpiresAt" timestamptz,
       "refreshTokenExpiresAt" timestamptz,
       "scope" text,
       "password" text,
       "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
       "updatedAt" timestamptz NOT NULL
     )`,
    `CREATE TABLE auth_verification (
       "id" text PRIMARY KEY,
       "identifier" text NOT NULL,
       "value" text NOT NULL,
       "expiresAt" timestamptz NOT NULL,
       "createdAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
       "updatedAt" timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP
     )`,
    `CREATE TABLE auth_two_factor (
       "id" text PRIMARY KEY,
       "secret" text NOT NULL,
       "backupCodes" text NOT NULL,
       "userId" text NOT NULL REFERENCES auth_user ("id") ON DELETE CASCADE,
       "verified" boolean,
       "failedVerificationCount" integer,
       "lockedUntil" timestamptz
     )`,
    `CREATE TABLE auth_passkey (
       "id" text PRIMARY KEY,
       "name" text,
       "publicKey" text NOT NULL,
       "userId" text NOT NULL REFERENCES auth_user ("id") ON DELETE CASCADE,
       "credentialID" text NOT NULL,
       "counter" integer NOT NULL,
       "deviceType" text NOT NULL,
       "backedUp" boolean NOT NULL,
       "transports" text,
       "createdAt" timestamptz,
       "aaguid" text
     )`,
    'CREATE INDEX auth_session_user ON auth_session ("userId")',
    'CREATE INDEX auth_account_user ON auth_account ("userId")',
    'CREATE INDEX auth_verification_identifier ON auth_verification ("identifier")',
    'CREATE INDEX auth_two_factor_user ON auth_two_factor ("userId")',
    'CREATE INDEX auth_passkey_user ON auth_passkey ("userId")',
    'CREATE INDEX auth_passkey_credential ON auth_passkey ("credentialID")',
  ],
};
