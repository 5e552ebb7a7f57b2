// Log sources that an event may name by itself, as the loaders of logs do (`product`, `category`, `service`). Other words in fields of
// these names are content: a shop's product is no log source.

const PRODUCTS =
  'apache aws azure bitbucket cisco django fortigate fortios gcp github google_workspace huawei juniper jvm kubernetes linux m365 macos modsecurity nginx nodejs okta onelogin opencanary paloalto python qualys rpc_firewall ruby_on_rails spring sql velocity windows zeek';
const CATEGORIES =
  'antivirus appliance application authentication clipboard_capture create_remote_thread create_stream_hash database dns dns_query driver_load file_access file_block_executable file_block_shredding file_change file_delete file_delete_detected file_event file_executable_detected file_rename firewall image_load network_connection pipe_created process_access process_creation process_tampering process_termination proxy ps_classic_provider_start ps_classic_script ps_classic_start ps_module ps_script raw_access_thread registry_add registry_delete registry_event registry_rename registry_set sysmon_error sysmon_status webserver wmi_event';
const SERVICES =
  'aaa activitylogs apache auditd auditlogs auth bgp clamav cloudtrail cron dce_rpc duo gcp.audit globalprotect google_workspace.admin google_workspace.login guacamole kerberos ldp modsecurity netflow nginx okta onelogin.events pim powershell powershell-classic riskdetection security signinlogs smb_files sshd sslvpnd sudo syslog sysmon threat_detection threat_management vsftpd windefend x509';

export interface Taxonomy {
  readonly product: ReadonlySet<string>;
  readonly category: ReadonlySet<string>;
  readonly service: ReadonlySet<string>;
}

/** The known words, and those of the rules that are loaded. */
export function taxonomyWith(
  logSources: Iterable<{ readonly product?: string; readonly category?: string; readonly service?: string }>,
): Taxonomy {
  const taxonomy = {
    product: new Set(PRODUCTS.split(' ')),
    category: new Set(CATEGORIES.split(' ')),
    service: new Set(SERVICES.split(' ')),
  };
  for (const { product, category, service } of logSources) {
    if (product !== undefined) taxonomy.product.add(product);
    if (category !== undefined) taxonomy.category.add(category);
    if (service !== undefined) taxonomy.service.add(service);
  }
  return taxonomy;
}
