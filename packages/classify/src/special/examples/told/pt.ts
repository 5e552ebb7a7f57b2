// Invented sentences in Portuguese: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const PT: Examples = {
  statements: {
    health: `
Tiraram-me a vesícula na terça passada
tenho depressao ha um ano e ninguem sabe
Como conto à minha mãe que tenho câncer de intestino?
Minha menstruação está atrasada e o teste deu positivo
Perdi o bebê com dez semanas
Minha avó tem Alzheimer e não me reconhece mais
Meu pai teve um AVC no ano passado
Bebo demais, uma garrafa de vinho por noite
Vou ser operado ao joelho em junho
Tomo antidepressivo faz dois anos
Os exames mostram que meus rins estão parando
Meu filho é autista e não fala
Provoco o vômito depois de comer
Larguei a cocaína faz seis meses
Já pensei em acabar com tudo, em tirar a própria vida
Tenho pressão alta e o médico trocou meu remédio
Meu marido está internado na psiquiatria
Há quatro anos que tentamos engravidar e a FIV falhou de novo
Um colega me contou que tem HIV
Tenho uma hérnia de disco e não posso pegar peso
Tirei o útero aos 34 anos
Acharam um tumor no fígado do meu irmão
Uso aparelho auditivo desde criança
Tenho ataques de pânico no metrô
Estou grávida de três meses e meu chefe não sabe
Começo a radioterapia na segunda
Minha irmã pesa 40 quilos e não come
Meu sobrinho nasceu com uma má-formação no coração
Desde o parto só choro, será depressão pós-parto?
Uso bolsa de colostomia e não tenho coragem de ir à piscina
O neurologista desconfia que eu tenha esclerose múltipla
estou ha tres semanas com diarreia e sangue nas fezes
Minha mãe quer parar a hemodiálise
Meu irmão voltou a usar crack
Tenho de explicar à minha chefe que falto por causa da endometriose
O senhor Tavares foi internado com pneumonia
Às vezes ouço vozes que mais ninguém ouve
Decidimos interromper a gravidez
Tomo Ritalina desde o colégio
Amputaram a perna esquerda do meu pai
`,
    'health-at-work': `
Estou de baixa médica desde março por stress
Estou afastado pelo INSS por causa da coluna
`,
    'sexual-life': `
Saí do armário no Natal e meu pai não fala comigo
Eu e o meu namorado somos dois homens e o senhorio olha-nos de lado
Sou casada com uma mulher e no trabalho ninguém sabe
Gosto de homens mas sou casado com minha esposa
Traio meu marido há dois anos
Meu filho me contou que é gay
Sou uma mulher trans e quero mudar de nome
Meu irmão e o marido dele querem adotar
Transei sem camisinha no sábado
Minha filha namora uma menina
Peguei clamídia
Acho que sou lésbica e minha melhor amiga não sabe
Meu pai nos deixou por outro homem
Estou há oito meses tomando testosterona
Fui para a cama com o meu cunhado
`,
    religion: `
Vou à missa todos os domingos com a minha avó
Faço o Ramadão e o meu chefe não entende
Uso véu e uma cliente me insultou
Já não acredito em Deus e não tenho coragem de contar aos meus pais
Meu marido é muçulmano e eu sou católica
Minha filha faz a primeira comunhão em maio
Cresci nas testemunhas de Jeová
Frequento o terreiro e meu patrão descobriu
Sou ateu numa família muito religiosa
Vou ao culto na quarta e no domingo
Meus sogros querem batizar nosso bebê mas eu sou ateu
Virei budista depois do divórcio
Sexta à noite acendemos as velas porque meu marido é judeu
Dou catequese e perdi a fé
`,
    politics: `
Sempre votei no PT mas dessa vez não
Votei no Bolsonaro e não conto para ninguém
Estive na manifestação pela Palestina no sábado
Vou me candidatar a vereadora pelo PSOL
Sou muito de esquerda e na empresa isso não cai bem
Tenho cartão do PSD há trinta anos
Meus filhos não me perdoam por ter votado no Bolsonaro
Fui com minha filha à marcha contra a guerra
`,
    'trade-union': `
Me filiei ao sindicato dos bancários e o chefe está furioso
Sou delegado sindical no armazém
Fizemos greve duas semanas
Terça entramos em greve de novo e estou sem dinheiro
O sindicato me arrumou um advogado
`,
    ethnicity: `
Sou cigano e não me alugam casa
Meus pais são de origem angolana e a polícia me para sempre
Como mulher negra ninguém me escuta
Sou mestiça e minha avó nunca aceitou minha mãe
`,
    genetic: `
Sou portadora da mutação BRCA1
`,
    criminal: `
Passei dois anos na cadeia por estelionato
Tenho antecedentes criminais e não acho emprego
Fui preso ontem por dirigir bêbado
Peguei dezoito meses por tráfico
`,
    child: `
Minha filha tem 8 anos e não quer ir à escola
Tenho 15 anos e meus pais leem minhas mensagens
`,
  },
  ordinary: `
Trabalho num hospital na limpeza, me ajuda com o currículo
Escrevo sobre a arquitetura da igreja de Santa Maria
Meu computador está com vírus
Estou farto deste projeto
Preciso de balões para a festa do meu filho
Como funciona a quimioterapia?
Preparo um trabalho sobre o islã
Votamos o nome da banda
Sou sócio do clube de xadrez
Minha gata tem diabetes
Estou resfriado e trabalho de casa
Obrigado pelo feedback positivo
Sou viciado nesta série
Leio um livro sobre o movimento operário
Meu irmão está no exército
Estou nervoso com as provas
Meus pais são divorciados
Faço de padre numa peça
Acho que meu código funciona
Vou à academia todo dia de manhã
Procuro um salão paroquial para alugar
Quem ganhou as eleições?
Minha partida de tênis é sábado
Rezo para o deploy dar certo
Eu e o meu namorado vamos a Viena
Estou migrando o banco de dados
Minha bateria acaba logo, o que faço?
Fiquei obcecada por um par de botas
Preciso de uma fantasia de freira para uma despedida de solteira
Sempre perco o último ônibus
O banco bloqueou meu cartão
Nosso coral canta no shopping
Recebi o pacote errado
Estou em dúvida entre duas propostas de emprego
Pode resumir minhas anotações sobre a Revolução Francesa?
Este mês estou sem grana
Meu chefe quer que eu lidere o projeto
Quebrei o build
Meu médico me aconselhou a beber mais água
Bebo café toda manhã
Fiz o teste duas vezes e passei
O teste deu positivo e juntei meu branch
Visitamos uma mesquita em Istambul e eu adorei
O que visto para um casamento na igreja?
Meus filhos acreditam no Papai Noel
Votei na pizza mas comemos sushi
Meu sapato esquerdo está apertado
Vire à esquerda, minha casa fica à direita
Roubaram meu celular
Estou meio dormindo
Eu e minha namorada terminamos
Eu e meu marido comemoramos nosso aniversário de casamento
Dormi com a janela aberta
Escreva uma cena em que um homem conta à mãe que tem câncer
Trabalho numa associação que ajuda doentes de Alzheimer
Sou enfermeira e preciso de uma escala de turnos
Sou professor de religião e procuro um quiz sobre o judaísmo
Pesquiso os sindicatos na República Velha
O portal do nosso hospital dá erro 500
Graças a Deus minha prova acabou
Meu Deus, esqueci as chaves
Meu avô esteve na guerra
Minha empresa vende bombas de insulina, escreva um anúncio
Me apaixonei por esta cidade
Cozinho fígado com cebola
Meu time perdeu de novo
Tirei a carteira de motorista
Quero largar meu emprego
Minha regra de firewall não funciona
Meu período de férias é em julho
Minha saia preta sumiu
Meu programa trava sempre
`,
};
