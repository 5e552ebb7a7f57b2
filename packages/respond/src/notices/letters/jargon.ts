// Words of the law and of security that a letter to people does without, and phrases that say nothing, by language.
import type { Language } from '../notice.ts';

export interface ForbiddenWords {
  /** As it stands in a text, whatever the case of its letters. */
  readonly found: RegExp;
  /** What to do about it. */
  readonly instead: string;
}

const SAY_WHO = 'say who: you, we, or the name';
const SAY_WHAT = 'say what happened: lost, seen, copied, sent to somebody else';
const NO_LAW = 'leave the law out, and say what people may do';
const TAKEN = 'say that somebody copied or took the data';
const EMPTY = 'leave it out, and say what you did';
const AT_ONCE = 'give the day, or say at once';

export const JARGON: Readonly<Record<Language, readonly ForbiddenWords[]>> = {
  en: [
    { found: /\bdata subjects?\b|\bnatural persons?\b/iu, instead: SAY_WHO },
    { found: /\bdata (?:controllers?|processors?)\b|\bthe (?:controller|processor)\b/iu, instead: SAY_WHO },
    { found: /\bpersonal data breach(?:es)?\b|\bsecurity incidents?\b/iu, instead: SAY_WHAT },
    { found: /\bexfiltrat\p{L}*/iu, instead: TAKEN },
    {
      found: /\b(?:threat|malicious) actors?\b|\bunauthori[sz]ed third part(?:y|ies)\b/iu,
      instead: 'say criminals or strangers',
    },
    { found: /\bGDPR\b|\bRegulation \(EU\)|\bArticles? \d+/iu, instead: NO_LAW },
    { found: /\b(?:pursuant|hereby|herein|thereof|aforementioned|notwithstanding)\b/iu, instead: NO_LAW },
    { found: /\bsupervisory authorit(?:y|ies)\b/iu, instead: 'say data protection authority, and name it' },
    { found: /\bwithout undue delay\b/iu, instead: AT_ONCE },
    { found: /\btakes? [^.]{0,60}\bseriously\b|\babundance of caution\b/iu, instead: EMPTY },
  ],
  fr: [
    { found: /\bpersonnes? (?:concernées?|physiques?)\b/iu, instead: SAY_WHO },
    { found: /\b(?:responsables?|sous-traitants?) (?:du|de) traitement\b|\ble sous-traitant\b/iu, instead: SAY_WHO },
    { found: /\bviolations? de(?: la sécurité des)? données\b/iu, instead: SAY_WHAT },
    { found: /\bdonnées à caractère personnel\b/iu, instead: 'dites : vos données' },
    { found: /exfiltr\p{L}*/iu, instead: TAKEN },
    { found: /\btiers non autorisés?\b|\bacteurs? malveillants?\b/iu, instead: 'dites : des pirates, des inconnus' },
    { found: /\bRGPD\b|\brèglement \(UE\)|\barticles? \d+/iu, instead: NO_LAW },
    { found: /\b(?:susvisée?s?|susmentionnée?s?|nonobstant|ledit|ladite|lesdit\p{L}*)\b/iu, instead: NO_LAW },
    { found: /\bconformément (?:à|aux?)\b|\ben application d\p{L}*|\baux termes d\p{L}*/iu, instead: NO_LAW },
    { found: /\bautorités? de contrôle\b/iu, instead: 'dites : autorité de protection des données, et nommez-la' },
    { found: /\bdans les meilleurs délais\b/iu, instead: AT_ONCE },
    { found: /très au sérieux|grande importance à la (?:sécurité|protection)/iu, instead: EMPTY },
  ],
  de: [
    { found: /\bbetroffenen? Person(?:en)?\b|\bnatürlichen? Person(?:en)?\b/iu, instead: SAY_WHO },
    { found: /\bAuftragsverarbeiter\p{L}*|\bVerantwortlicher? im Sinne\b/iu, instead: SAY_WHO },
    { found: /Verletzung des Schutzes|Datenschutzverletzung\p{L}*|Sicherheitsvorfall\p{L}*/iu, instead: SAY_WHAT },
    { found: /personenbezogen\p{L}*/iu, instead: 'schreiben Sie: Ihre Daten' },
    { found: /exfiltr\p{L}*/iu, instead: TAKEN },
    { found: /unbefugten? Dritten?\b|Bedrohungsakteur\p{L}*/iu, instead: 'schreiben Sie: Fremde, Kriminelle' },
    { found: /\bDS-?GVO\b|\bArt(?:ikel|\.) ?\d+|§ ?\d+/iu, instead: NO_LAW },
    { found: /\bgemäß\b|\bhiermit\b|\bim Sinne (?:von|des|der)\b|\bvorgenannt\p{L}*/iu, instead: NO_LAW },
    { found: /\bAufsichtsbehörden?\b/iu, instead: 'schreiben Sie: Datenschutzbehörde, mit Namen' },
    { found: /\bunverzüglich\b/iu, instead: AT_ONCE },
    { found: /(?:sehr|äußerst) ernst|höchste Priorität|hohen Stellenwert/iu, instead: EMPTY },
  ],
  es: [
    { found: /\b(?:los )?interesados?\b|\bpersonas? físicas?\b/iu, instead: SAY_WHO },
    { found: /\b(?:responsable|encargado)s? del tratamiento\b/iu, instead: SAY_WHO },
    { found: /\b(?:violación|brecha|quiebra)\p{L}* de (?:la )?seguridad\b/iu, instead: SAY_WHAT },
    { found: /\bdatos de carácter personal\b/iu, instead: 'diga: sus datos' },
    { found: /exfiltra\p{L}*/iu, instead: TAKEN },
    { found: /\bterceros no autorizados\b|\bactores? maliciosos?\b/iu, instead: 'diga: delincuentes, desconocidos' },
    { found: /\bRGPD\b|\bReglamento \(UE\)|\bartículos? \d+/iu, instead: NO_LAW },
    { found: /\b(?:de conformidad con|en virtud de|conforme a|antedich\p{L}*)/iu, instead: NO_LAW },
    { found: /\bautoridad(?:es)? de control\b/iu, instead: 'diga: autoridad de protección de datos, con su nombre' },
    { found: /\bsin dilación indebida\b/iu, instead: AT_ONCE },
    { found: /muy en serio|máxima importancia|prioridad absoluta/iu, instead: EMPTY },
  ],
  it: [
    { found: /\b(?:gli interessati|l['’]interessato|person[ae] fisic(?:a|he))\b/iu, instead: SAY_WHO },
    { found: /\b(?:titolar[ei]|responsabil[ei]) del trattamento\b/iu, instead: SAY_WHO },
    { found: /\bviolazion[ei] (?:dei|di) dati\b|\bdata breach\b/iu, instead: SAY_WHAT },
    { found: /esfiltra\p{L}*/iu, instead: TAKEN },
    { found: /\bterzi non autorizzati\b|\battor[ei] malevol[oi]\b/iu, instead: 'scriva: criminali, estranei' },
    { found: /\bGDPR\b|\bRGPD\b|\bRegolamento \(UE\)|\bartt?(?:icol[oi]|\.) ?\d+/iu, instead: NO_LAW },
    { found: /\bai sensi d\p{L}*|\bsuddett\p{L}*|\bsopracitat\p{L}*|\bla presente per\b/iu, instead: NO_LAW },
    { found: /\bautorità di controllo\b/iu, instead: 'scriva: autorità per la protezione dei dati, con il nome' },
    { found: /\bsenza ingiustificato ritardo\b/iu, instead: AT_ONCE },
    { found: /molto sul serio|massima importanza|priorità assoluta/iu, instead: EMPTY },
  ],
  zh: [
    { found: /数据主体|自然人/u, instead: SAY_WHO },
    { found: /数据(?:控制者|处理者)|个人信息处理者/u, instead: SAY_WHO },
    { found: /个人数据泄露事件|安全事件/u, instead: SAY_WHAT },
    { found: /外泄|数据渗出/u, instead: TAKEN },
    { found: /未经授权的第三方|威胁行为者|恶意行为者/u, instead: '请写：犯罪分子、陌生人' },
    { found: /GDPR|通用数据保护条例|第\s*[0-9一二三四五六七八九十百]+\s*条/u, instead: NO_LAW },
    { found: /特此|依据.{0,20}规定|根据.{0,20}规定|前述/u, instead: NO_LAW },
    { found: /监管机构/u, instead: '请写：数据保护机构，并写出名称' },
    { found: /毫不迟延|不得无故拖延/u, instead: AT_ONCE },
    { found: /高度重视|极为重视|深表遗憾/u, instead: EMPTY },
  ],
};
