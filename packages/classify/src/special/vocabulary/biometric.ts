// Words of biometric data that names a person: fingerprints, faces, irises, voices as templates (GDPR Article 4(14)).
import type { Vocabulary } from '../vocabulary.ts';

export const BIOMETRIC: Vocabulary = {
  category: 'biometric',
  names: 'a biometric feature',
  tongues: {
    en: {
      has: `fingerprint, fingerprints, thumbprint*, palm print, face template, facial template, facial recognition, face scan, face recognition, iris scan, retina scan, voiceprint, voice print, biometric*, biometric data, faceprint, my dna on file`,
      topic: `fingerprint*, biometric*`,
    },
    fr: {
      has: `empreinte digitale, empreintes digitales, mes empreintes, reconnaissance faciale, données biométriques, empreinte vocale, scan de l iris, scan du visage, gabarit biométrique, biométri*`,
      topic: `biométri*`,
    },
    de: {
      has: `fingerabdruck, fingerabdrücke*, gesichtserkennung, biometrisch*, irisscan, gesichtsscan, stimmabdruck, handvenen*`,
      topic: `fingerabdruck, biometrisch*`,
    },
    es: {
      has: `huella dactilar, huellas dactilares, huella digital, mis huellas, mi huella, reconocimiento facial, datos biométricos, escaneo de iris, huella de voz, biométric*`,
      topic: `biométric*`,
    },
    it: {
      has: `impronta digitale, impronte digitali, mie impronte, riconoscimento facciale, dati biometrici, scansione dell iride, impronta vocale, biometric*`,
      topic: `biometric*`,
    },
    pt: {
      has: `impressão digital, impressões digitais, minha digital, minha biometria, reconhecimento facial, dados biométricos, leitura da íris, escaneou minha íris, biometria, biométric*`,
      topic: `biometria`,
    },
    nl: {
      has: `vingerafdruk*, gezichtsherkenning, biometrisch*, irisscan, gezichtsscan, stemafdruk`,
      topic: `vingerafdruk*`,
    },
    pl: {
      has: `odcisk palca, odciski palców, odcisków palców, rozpoznawani* twarzy, dane biometryczne, biometryczn*, skan tęczówki, skan twarzy`,
      topic: `biometryczn*`,
    },
    zh: { has: `指纹, 人脸数据, 人脸识别, 人脸信息, 虹膜, 声纹, 生物识别, 掌纹`, topic: `指纹` },
    ja: { has: `指紋, 顔認証, 顔データ, 虹彩, 声紋, 静脈認証, 生体認証, 生体情報, 生体データ`, topic: `指紋` },
    ko: { has: `지문*, 얼굴 인식*, 홍채*, 생체 정보*, 생체정보*`, topic: `지문*` },
    ru: { has: `отпечат* пальц*, биометри*, распознавани* лиц*, радужк*`, topic: `биометри*` },
    ar: { has: `بصمة, بصماتي, *بصمتي, *بصماتي, التعرف على الوجه, بصمة العين`, topic: `*بصمة` },
    tr: { has: `parmak iz*, yüz tanıma*, biyometrik*, iris tarama*`, topic: `parmak izi*` },
  },
};
