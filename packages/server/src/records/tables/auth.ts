// The tables of the sign-in library, as it defines them (better-auth 1.7, with the plug-ins for TOTP and passkeys). Only `people/`
// reads and writes them beside the library.

export interface AuthTables {
  auth_user: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    image: string | null;
    createdAt: Date;
    updatedAt: Date;
    twoFactorEnabled: boolean | null;
    role: string;
    language: string;
    disabled: boolean;
    lastSeenAt: Date | null;
  };
  auth_session: {
    id: string;
    token: string;
    userId: string;
    expiresAt: Date;
    createdAt: Date;
    updatedAt: Date;
    ipAddress: string | null;
    userAgent: string | null;
  };
}
