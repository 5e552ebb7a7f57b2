// What is watched: targets with an owner, how often they are looked at, and who authorised networks beyond the private ones.

export interface ScopeTables {
  scope: {
    id: string;
    name: string;
    owner_id: string;
    /** As people wrote them: addresses, names, ranges, CIDR. */
    targets: string[];
    /** As people wrote them; null stands for the default ports of all known products. */
    ports: string | null;
    /** Null: only when somebody asks. */
    interval_s: number | null;
    classify: boolean;
    authorised_by: string | null;
    /** The last day, YYYY-MM-DD in UTC. */
    authorised_until: string | null;
    authorised_networks: string[] | null;
    /** Null where nothing is scheduled. */
    next_scan_at: Date | null;
    created_at: Date;
    /** What a scope found stays when it is removed: cases may rest on it. */
    removed_at: Date | null;
    version: number;
  };
}
