// Invented sentences in Portuguese: written after vocabulary and grammar were, and before they met them. No statement was mended
// for.
import type { Examples } from '../examples.ts';

export const PT: Examples = {
  statements: {
    health: `
Minha reumatologista disse que é lúpus e tenho que tomar corticoide
Sou soropositivo e tenho um encontro na sexta
O Parkinson do meu avô está tão grave que ele cai todo dia
Tive uma recaída no sábado depois de seis meses sem cocaína
Fiquei duas semanas no hospital com pancreatite
Minha mulher está grávida de sete meses
Tive um ataque de pânico no trem hoje de manhã
`,
    'health-at-work': `
Estou afastada há um mês por depressão
`,
    'sexual-life': `
Sou gay e moro numa cidade pequena
Meu namorado quer um relacionamento aberto e eu não
`,
    religion: `
Sou muçulmana e não aperto a mão de homens
Fui missionário mórmon
`,
    politics: `
Faço campanha para o PSOL e meu pai vota no Bolsonaro
`,
    'trade-union': `
Amanhã estou no piquete com as enfermeiras
`,
    ethnicity: `
Sou negra e a única da minha turma
`,
    criminal: `
Estou em liberdade condicional até o ano que vem
`,
  },
  ordinary: `
Estou nervosa com meu primeiro dia na padaria
Meu irmão está com minha furadeira e não devolve
Como tiro vinho tinto do meu tapete?
Quero aprender polonês antes da viagem
Meu senhorio aumentou o aluguel
Estou em dúvida entre carvalho e pinho
Meu relatório sobre o resultado das eleições está atrasado
Esqueci minha senha
`,
};
