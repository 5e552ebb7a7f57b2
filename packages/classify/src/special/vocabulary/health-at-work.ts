// Words of health in employment: sick leave, unfitness, accidents at work, occupational illness (EDPB template, letter m).
import type { Vocabulary } from '../vocabulary.ts';

export const HEALTH_AT_WORK: Vocabulary = {
  category: 'health-at-work',
  names: 'sick leave or fitness for work',
  tongues: {
    en: {
      told: `sick leave, on sick pay, signed off sick, signed off work, signed me off, long term sick, off sick, off work sick, medical leave, disability leave, stress leave, occupational physician, occupational doctor, occupational health, unfit for work, unfit for night, not fit for work, fit note, sick note, fit for duty, work accident, accident at work, injured at work, injury at work, workers comp, workers compensation, occupational disease, reasonable adjustments, phased return, medical retirement, maternity leave`,
      topic: `sick leave, sick pay`,
    },
    fr: {
      told: `arrêt maladie, arrêt de travail, congé maladie, longue maladie, médecin du travail, médecine du travail, inapte à mon poste, inapte au travail, inaptitude, accident du travail, accident de travail, maladie professionnelle, mi temps thérapeutique, invalidité, pension d invalidité, indemnités journalières, aménagement de poste, congé maternité, mi temps thérapeutique, mi temps therapeutique`,
      topic: `arrêt maladie`,
    },
    de: {
      told: `krankgeschrieben*, krankschreibung*, krankenstand, krank geschrieben, krankengeld, arbeitsunfähig*, au bescheinigung, betriebsarzt, betriebsärztin, arbeitsunfall, berufskrankheit, erwerbsminderung*, erwerbsunfähig*, berufsunfähig*, wiedereingliederung, eingliederungsmanagement, mutterschutz, frühverrentet`,
      topic: `krankschreibung, krankengeld`,
    },
    es: {
      told: `baja médica, de baja por, baja por, estoy de baja, baja laboral, incapacidad laboral, incapacidad temporal, incapacidad permanente, incapacidad absoluta, accidente laboral, accidente de trabajo, enfermedad profesional, médico de empresa, no apto, no apta, mutua laboral, baja maternal, baja por maternidad, licencia médica, licencia por enfermedad`,
      topic: `baja médica`,
    },
    it: {
      told: `in malattia, congedo per malattia, certificato di malattia,  medico del lavoro, medico competente, inidone*, non idone*, infortunio sul lavoro, infortunio, malattia professionale, visita fiscale, inabilità, congedo di maternità, maternità anticipata, periodo di comporto`,
      topic: `malattia`,
    },
    pt: {
      told: `baixa médica, de baixa por, estou de baixa, licença médica, afastado pelo inss, afastada pelo inss, afastado do trabalho por, afastada do trabalho por, afastado por, afastada por, auxílio doença, atestado médico, médico do trabalho, inapto, inapta, acidente de trabalho, doença profissional, doença ocupacional, licença maternidade, licença de maternidade, aposentado por invalidez, aposentada por invalidez, incapacidade temporária, reforma por invalidez, perícia do inss, encostado no inss, encostada no inss`,
      topic: `baixa médica, atestado médico`,
    },
    nl: {
      told: `ziekteverlof, ziektewet, ziek gemeld, ziekgemeld, ziek thuis, zit ziek, arbeidsongeschikt*, afgekeurd, bedrijfsarts, arboarts, arbeidsongeval, bedrijfsongeval, beroepsziekte, re integratie, reintegratie, wia, wao, zwangerschapsverlof`,
      topic: `ziekteverlof`,
    },
    pl: {
      told: `zwolnieniu lekarskim, zwolnienie lekarskie, zwolnieniu od, na l4, l4, chorobowym, chorobowe, lekarz medycyny pracy, medycyny pracy, niezdoln*, wypadek w pracy, wypadek przy pracy, wypadku w pracy, wypadku przy pracy, choroba zawodowa, chorobę zawodową, rencie, rentę, urlopie macierzyńskim, świadczenie rehabilitacyjne, mam/mi/na l4`,
      topic: `zwolnienie lekarskie`,
    },
    zh: { told: `休病假, 病假, 请病假, 工伤, 职业病, 病退, 长病假, 产假, 伤残鉴定, 尘肺`, topic: `病假` },
    ja: {
      told: `休職, 病気休暇, 傷病手当, 傷病休暇, 産業医, 労災, 就労不能, 復職, 産休, 職業病, 療養中, 療養のため`,
      topic: `休職`,
    },
    ko: { told: `병가*, 휴직*, 산재*, 산업재해*, 출산휴가*`, topic: `병가*` },
    ru: { told: `больничн*, на больничном, производственн* травм*, декрет*`, topic: `больничн*` },
    ar: { told: `اجازة مرضية, *اجازة مرضية, اصابة عمل, حادث عمل`, topic: `اجازة مرضية` },
    tr: { told: `raporluyum, hastalık izni*, iş kazası*, meslek hastalığı*, malulen`, topic: `rapor parası` },
  },
};
