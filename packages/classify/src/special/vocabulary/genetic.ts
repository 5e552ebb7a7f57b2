// Words of genetic data: tests, mutations, carriers (GDPR Article 4(13)).
import type { Vocabulary } from '../vocabulary.ts';

export const GENETIC: Vocabulary = {
  category: 'genetic',
  names: 'genes or a genetic test',
  tongues: {
    latin: { told: `brca, brca1, brca2, brca 1, brca 2, 23andme, apoe4, factor v leiden, lynch syndrome, mthfr` },
    en: {
      told: `genetic test*, dna test, dna results, genetic mutation, gene mutation, my genome, genome sequenced, carrier screening, hereditary cancer gene, carry the gene, carrier of the, faulty gene, genetically predisposed, genetic condition, genetic disorder, ancestry dna, paternity test, huntington gene, carry a mutation, genetic counsel*`,
      topic: `genetic test, dna test`,
    },
    fr: {
      told: `test génétique, tests génétiques, test adn, mutation génétique, mutation du gène, porteur du gène, porteuse du gène, porteur sain, porteuse saine, maladie génétique, prédisposition génétique, mon génome, test de paternité, du gène, anomalie génétique, analyse génétique`,
      topic: `test génétique`,
    },
    de: {
      told: `gentest*, dna test, genetisch*, genmutation, gendefekt, genträger*, anlageträger*, erbkrankheit, mein genom, vaterschaftstest, huntington gen, erblich vorbelastet`,
      topic: `gentest`,
    },
    es: {
      told: `prueba genética, pruebas genéticas, test genético, prueba de adn, test de adn, mutación genética, mutación del gen, portador del gen, portadora del gen, portador de la mutación, portadora de la mutación, enfermedad genética, enfermedad hereditaria, predisposición genética, mi genoma, prueba de paternidad, mutación`,
      topic: `prueba genética`,
    },
    it: {
      told: `test genetico, test genetici, esame genetico, esame del dna, test del dna, mutazione genetica, mutazione del gene, portatore sano, portatrice sana, malattia genetica, malattia ereditaria, predisposizione genetica, mio genoma, test di paternità, del gene, mutazione`,
      topic: `test genetico`,
    },
    pt: {
      told: `teste genético, exame genético, testes genéticos, teste de dna, teste de adn, exame de dna, mutação genética, mutação no gene, mutação do gene, portador do gene, portadora do gene, portadora da mutação, portador da mutação, doença genética, doença hereditária, predisposição genética, meu genoma, teste de paternidade, mutação`,
      topic: `teste genético`,
    },
    nl: {
      told: `dna test, genetische test, genetisch onderzoek, erfelijkheidsonderzoek, genmutatie, gendrager, draagster van het gen, drager van het gen, erfelijke aandoening, erfelijke ziekte, genetische aanleg, mijn genoom, vaderschapstest`,
      topic: `dna test`,
    },
    pl: {
      told: `test genetyczn*, testy genetyczn*, badani* genetyczn*, badania dna, test dna, mutacj*, nosicielem genu, nosicielką genu, nosicielem mutacji, nosicielką mutacji, chorob* genetyczn*, genom, testy na ojcostwo`,
      topic: `test genetyczny`,
    },
    zh: {
      told: `基因检测, 基因突变, 基因测序, 遗传病, 致病基因, 携带者筛查, 亲子鉴定, brca, dna检测, 遗传性, 染色体异常, 携带基因`,
      topic: `基因检测`,
    },
    ja: {
      told: `遺伝子検査, 遺伝子変異, 遺伝子の変異, 遺伝性, 遺伝病, 保因者, dna検査, dna鑑定, 親子鑑定, brca, 遺伝子を持, 出生前診断, 染色体異常`,
      topic: `遺伝子検査`,
    },
    ko: { told: `유전자 검사*, 유전자 변이*, 유전병*, 보인자*, brca*, 친자 확인*`, topic: `유전자*` },
    ru: {
      told: `генетическ* тест*, генетическ* анализ*, мутаци*, днк тест*, тест днк, носител* гена, наследственн* заболеван*`,
      topic: `генетическ*`,
    },
    ar: { told: `فحص جيني, اختبار جيني, الحمض النووي, *طفرة, مرض وراثي, حامل للجين, حاملة للجين`, topic: `*جيني` },
    tr: { told: `genetik test*, gen mutasyon*, dna test*, genetik hastal*, taşıyıcıyım`, topic: `genetik test*` },
  },
};
