// Names of tables, in the languages and spellings that people use.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Held, heldByName } from './held.ts';

const NAMES: Readonly<Record<Held, readonly string[]>> = {
  secrets: ['passwords', 'user_sessions', 'ApiKeys', 'public.oauth_clients', 'refresh_tokens', 'otp', '密码表'],
  pay: ['salaries', 'hr.salary_2024', 'PayrollRun', 'gehaltsabrechnung', 'bulletins_de_paie', 'nominas', '员工工资'],
  cards: ['credit_cards', 'card_numbers', 'iban', 'BankAccounts'],
  payments: ['payments', 'zahlungen', 'kessai'],
  health: ['patients', 'lab.diagnoses', 'krankmeldungen', 'dossiers_sante', '患者'],
  identity: ['passport_scans', 'ssn', 'kyc_documents', 'NationalIds'],
  conversations: ['messages', 'chat_history', 'support_conversations', 'prompts', '聊天记录'],
  people: ['customers', 'crm.leads', 'UserProfile', 'kunden', 'empleados', 'сотрудники', '用户'],
};

describe('what a table holds, by its name', () => {
  for (const [held, names] of Object.entries(NAMES))
    it(`is ${held}`, () => {
      for (const name of names) assert.equal(heldByName(name), held, name);
    });

  it('is nothing where the name tells nothing', () => {
    for (const name of [
      'orders',
      'stock',
      'pantry',
      'daily_rollup',
      'countries',
      'carts_new',
      'system.parts',
      'company',
      '',
    ])
      assert.equal(heldByName(name), undefined, name);
  });

  it('fails at no name, and says the same of it again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        assert.equal(heldByName(name), heldByName(name));
      }),
    );
  });
});
