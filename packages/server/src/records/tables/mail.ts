// Mail that came back.

export interface MailTables {
  bounce_report: {
    /** SHA-256 of the raw mail: what comes twice counts once. */
    hash: string;
    received_at: Date;
    source: 'post' | 'maildir' | 'mbox';
    verdict: string;
    status: string | null;
    run_id: string | null;
    letter_number: number | null;
  };
}
