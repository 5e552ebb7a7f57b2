import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutPersons } from './persons-in-names.ts';

describe('people in the names of things', () => {
  for (const [name, shown] of [
    ['Ottilie Quillfeather', '‹name›'],
    ['notes_ottilie_quillfeather', 'notes_‹name›'],
    ['letters to Peter Schmidt.pdf', 'letters to ‹name›.pdf'],
    ['JeanPierreDupont', '‹name›'],
    ['mohammed-al-rashid (2)', '‹name› (2)'],
    ['b\u00e9r\u00e9nice_dupont_2024', '‹name›_2024'],
  ] as const) {
    it(`are masked in ${name}`, () => assert.equal(withoutPersons(name), shown));
  }

  it('are not seen in names of tables and columns as programmers write them', () => {
    const names = `customers order_items customer_name firstName last_name billing_address virginia_sales paris_metro
      jordan_orders auth_user django_content_type wp_postmeta schema_migrations pg_stat_statements geo_point hope_center
      rose_gold mother_name father_name UnitPrice ContactTitle ShipCity date_of_birth utm_campaign mark_status dept_emp
      kibana_sample_data_flights ar_internal_metadata sales_by_store string.values request headers apache_logs`;
    for (const name of names.split(/\s+/)) assert.equal(withoutPersons(name), name);
  });
});
