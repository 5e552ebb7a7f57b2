// The jobs of alerts, by the names that the queue knows them by.

export const GATHER_ALERTS = 'gather-alerts';
export const DELIVER_ALERT = 'deliver-alert';
