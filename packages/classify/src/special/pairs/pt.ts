// Portuguese pairs of words that tell something together, in the spellings of Brazil and Portugal.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'angolan*, moçambican*, caboverdian*, cabo verdian*, guineens*, são tomense, nigerian*, senegales*, congoles*, marroquin*, egípci*, síri*, libanes*, palestin*, iraquian*, iranian*, afegã*, turc*, curd*, paquistanes*, indian*, nepales*, bengali, chines*, japones*, corean*, filipin*, vietnamit*, romen*, búlgar*, polac*, polones*, ucranian*, russ*, moldav*, albanes*, sérvio, sérvia, armêni*, armén*, haitian*, venezuelan*, bolivian*, peruan*, paraguai*, colombian*, cuban*, argentin*, brasileir*, african*, árabe*, asiátic*, jud*, jap*, nordestin*, guarani, yanomami, tupi, pataxó, xavante, ticuna, caiçara, timorens*, goes*';

export const PAIRS_PT: readonly Pair[] = [
  {
    category: 'health',
    word: 'vesícula, útero, ovário, ovários, próstata, amígdalas, amídalas, baço, pâncreas, rim, rins, fígado, intestino*, cólon, pulmão, pulmões, bexiga, retina, córnea, catarata*, tireoide, tiroide, apêndice, apendicite, testículo*, mama, peito, esôfago, esófago, coluna, vértebra*, menisco, ligamento*, tendão, aorta, artéria*, quadril, anca, joelho, cálculos, pedra no, pedras nos, nódulo*, cisto*, quisto*, mioma*, fibroma, pólipo*',
    beside:
      'tirei, tiraram, tirar, retirei, retiraram, retirar, removeram, remover, operar, operei, operou, operado, operada, cirurgia, parando, falhando, falhar, falham, funcionam, mal, ruim, ruins, danificad*, transplante, transplantad*, infecção, infeção, inflamad*, caroço, mancha, sombra, resultado*, ultrassom, ecografia, tomografia, biópsia, médico, médicos, dor, dói, rompi, rompeu, rompido, prótese, hemodiálise, diálise, câncer, cancro, tumor, insuficiência, stent, acharam, encontraram, descobri*, problema*, doador',
  },
  {
    category: 'health',
    word: 'operação, operar, operei, operado, operada, cirurgia, cirurgião, cirurgiã, anestesia, biópsia, ressonância, tomografia, tac, ultrassom, ecografia, raio x, colonoscopia, endoscopia, ponte de safena, stent, transplante, amputad*, amputação, amputaram, fisioterapia, infiltração, prótese, bloco operatório, hospital, pronto socorro, urgências, uti, uci, internad*, internamento, internação',
    beside:
      'joelho, quadril, anca, coração, costas, olho, olhos, ombro, pescoço, cérebro, peito, mama, mão, pé, perna, braço, ouvido, nariz, barriga, estômago, próstata, semana que vem, próxima semana, segunda, terça, quarta, quinta, sexta, antes da minha, depois da minha, desde a minha, minha cirurgia, minha operação, vou fazer, vou ser, vai fazer, preciso, fiz, fui, meu pai está, minha mãe está, meu marido está, minha mulher está, meu filho está, minha filha está, minha avó está, recuperando, recuperação, fila de espera, marcada',
  },
  {
    category: 'health',
    word: 'exame, exames, exame de sangue, análises, resultados, papanicolau, mamografia, eletrocardiograma, teste de hiv, teste do hiv, marcadores, glicose, glicemia, açúcar, pressão, tensão, colesterol, triglicerídeos, hemograma',
    beside:
      'mal, ruim, ruins, alterad*, positivo, positiva, alta, alto, altos, baixa, nas alturas, deram, deu, saiu, mostram, mostrou, mostraram, médico, sangue, rins, fígado, hiv, leucemia, medo, esperando, à espera, remédio, remédios, comprimidos, anemia, suspeita',
  },
  {
    category: 'health',
    word: 'menstruação, teste de gravidez, ovulação, enjoos, parteira, obstetra, ginecologista, ultrassom, ecografia, parto, parir, cesárea, cesariana, amamento, amamentar, amamentando, pós parto, dar à luz, dei à luz',
    beside:
      'atrasada, atrasado, atraso, não desce, não vem, positivo, grávida, gêmeos, gémeos, dolorosa, irregular, bebê, bebé, semanas, meses, depressão, deu positivo, mês que vem, previsto, marcado, marcada',
  },
  {
    category: 'health',
    word: 'perdi o bebê, perdi o bebé, perdemos o bebê, perdemos o bebé, perdi meu bebê, ter o bebê, ter um filho, ter filhos, tentar engravidar, tentando engravidar, tentamos engravidar, engravidar, engravidei, abortei, quero abortar, pensei em abortar, aborto, interromper a gravidez, ivg, inseminação, fertilização, fiv, doação de óvulos, doador de sêmen, congelar óvulos, congelei meus óvulos, embrião, embriões, esterilidade, estéril, fertilidade, esperando um bebê, à espera de um bebé, esperamos um',
    beside:
      'eu, me, minha, meu, nós, semanas, meses, anos, tentando, tentamos, não consigo, não conseguimos, não posso, falhou, falhar, não deu certo, marido, mulher, esposa, namorado, bebê, bebé, filho, clínica, há, fiz, tive, março, sofri',
  },
  {
    category: 'health',
    word: 'bebo, bebe, beber, bebia, bebida, álcool, cachaça, pinga, vodka, uísque, vinho, cerveja*, bêbado, bêbada, ressaca, porre, desintoxicação, alcoólicos, aa, sóbrio, sóbria, abstinência',
    beside:
      'demais, demasiado, toda noite, todas as noites, por noite, todo dia, todos os dias, escondido, às escondidas, logo de manhã, de manhã, parar, parei, largar, larguei, deixar, problema, problemas, dependência, recaída, recaí, sozinho, sozinha, garrafa, garrafas, meu pai, minha mãe, meu marido, minha mulher, meses, anos, dias, há, faz, reuniões, reunião',
  },
  {
    category: 'health',
    word: 'cocaína, coca, pó, heroína, crack, cetamina, maconha, baseado, baseados, cannabis, charros, opioides, fentanil, ecstasy, mdma, codeína, tramadol, rivotril, drogas, droga, cassino, casino, apostas, bets, tigrinho, jogo do bicho, bingo, caça níqueis, pornô, pornografia, seringa*',
    beside:
      'larguei, largar, parei, parar, deixei, deixar, limpo, limpa, fumo, fumava, fumar, uso, usava, usar, usei, tomo, cheiro, cheirava, cheirar, injeto, injetava, viciad*, vício, dependente, dependência, recaída, recaí, todo dia, todos os dias, overdose, clínica, perdi, dívidas, dívida, meses, há, faz, meu filho, meu irmão, reabilitação',
  },
  {
    category: 'health',
    word: 'vômito, vómito, vomitar, vomito, vomita, laxantes, compulsão, jejuns, calorias, peso, pesa, emagreci, emagreceu, não come, não como, quase não como, dedo na garganta, dedos na garganta, parou de comer',
    beside:
      'comer, refeição, refeições, comida, depois de, provoco, forço, quilos, kg, só, escondido, minha irmã, minha filha, internad*, 300, 400, 500, 600, 800, anorex*, bulim*, medo, alimentar, come',
  },
  {
    category: 'health',
    word: 'acabar com tudo, acabar com a minha vida, tirar a minha vida, tirar a própria vida, tirou a própria vida, pôr fim à vida, suicídio, me matar, matar me, se matou, suicidou, suicida*, suicidar*, quero morrer, queria morrer, vontade de morrer, melhor morto, melhor morta, vontade de viver, não quero mais viver, não quero viver, me jogar, atirar me, me enforcar, enforcou, me corto, me cortar, cortes nos, cortei os pulsos, pulsos, automutil*, me machucar, magoar me, overdose, sumir de vez',
    beside:
      'eu, me, já, pensei, penso, pensado, quero, braços, coxas, trem, comboio, ponte, janela, comprimidos, remédios, irmão, irmã, pai, mãe, filho, filha, amigo, amiga, de novo, tentei, tentou, tentativa, vezes, há',
  },
  {
    category: 'health',
    word: 'remédio, remédios, medicação, medicamento*, comprimido, comprimidos, dose, dosagem, receita, receitou, receitado, receitaram, injeções, injeção, soro, efeitos colaterais, efeitos secundários, corticoide*, cortisona, antibiótico*, anticoagulante*, betabloqueador*, estatinas, a pílula, anticoncepcional, diu, quimio, químio, imunoterapia, radioterapia, insulina, lítio, ritalina, calmante*, ansiolítico*, antidepressivo*, tarja preta',
    beside:
      'médico, médica, doutor, doutora, psiquiatra, especialista, tomo, toma, tomando, tomava, receitou, aumentou, diminuiu, mudou, trocou, mudei, parar, parei, desmame, minha dose, meus remédios, minha medicação, para a, contra, esqueci, todo dia, todos os dias, por dia, começo, comecei, segunda, sessão, ciclo, hospital, alérgic*, anos, pressão, controlado, faz',
  },
  {
    category: 'health',
    word: 'caroço, sangro, sangramento, sangue na, sangue nas, sangue no, tonturas, tontura, desmaiei, desmaio, desmaios, palpitações, dormência, convulsão, convulsões, dor, dores, pontadas, erupção, corrimento, falta de ar, enxaqueca*, crise, crises, tremores, perda de memória, esquecimentos, zumbido, abscesso, cisto, cicatriz, ferida, infecção, infeção, calores, queda de cabelo, fratura, quebrei, parti a, parti o, gesso, entorse, diarreia, prisão de ventre, hemorroidas, pontos, infarto, enfarte, princípio de',
    beside:
      'médico, médica, hospital, pronto socorro, urgências, peito, mama, seio, esquerdo, esquerda, direito, direita, fezes, urina, perna, braço, quadril, costas, nuca, semanas, meses, estresse, stress, minha mãe, meu pai, meu filho, minha filha, meu marido, minha mulher, ambulância, samu, cirurgia, trabalho, desde, crônic*, crónic*, tornozelo, pulso, asma, epilética*, bengala',
  },
  {
    category: 'health',
    word: 'muletas, bengala, andador, andarilho, cadeira de rodas, lar de idosos, asilo de idosos, cuidados paliativos, paliativos, doente terminal, fase terminal, estado terminal, está morrendo, está a morrer, em coma, paralisad*, tetraplégic*, prótese, cão guia, ceg*, surd*, aparelho auditivo, aparelhos auditivos, gago, gaguejo, gagueira, libras, língua gestual, deficiência, deficiente, pcd, invalidez, incapacidade, ensino especial, sala de recursos, autis*, perdi a visão, perdi a vista, perdi uma perna, não enxergo, não vejo, ouço mal, não consigo andar, não anda, não ando',
    beside:
      'eu, me, minha, meu, tenho, sou, uso, filho, filha, mãe, pai, marido, mulher, irmão, irmã, avó, avô, desde, acidente, avc, ouvido, olho, laudo, criança, menino, aposentado por, reformado por, por cento, atestado',
  },
  {
    category: 'health',
    word: 'ansiedade, angústia, pânico, depressão, deprimid*, deprê, burnout, esgotamento, esgotad*, surto, surtei, bipolar, vozes, alucinações, paranoi*, mania, tenho toc, tem toc, obsessões, fobia*, trauma, traumas, traumatizad*, flashbacks, psicólog*, psiquiatra, terapia, terapeuta, psicanalista, emdr, psiquiatria, caps, saúde mental, borderline',
    beside:
      'tenho, tive, tem, sofro, ataque, ataques, crise, crises, me dá, fui ao, fui à, vou ao, vou à, vai ao, faço, em terapia, sessão, sessões, meu psicólogo, minha psicóloga, minha terapeuta, disse, médico, receitou, desde, metrô, metro, ônibus, autocarro, infância, abuso, estupro, violação, remédio, ouço, escuto, diagnóstico, diagnosticaram, episódio, afastad*, internad*, transtorno, perturbação, generalizada',
  },
  {
    category: 'health',
    word: 'alzheimer, parkinson, câncer, cancro, leucemia, diabetes, diabético, diabética, epilepsia, asma, celíac*, tdah, phda, autismo, autista, disléxic*, dislexia, hiv, vih, aids, sida, hepatite, dpoc, crohn, colite, artrose, artrite, eczema, psoríase, menopausa, endometriose, anemia, tumor, aneurisma, esclerose, ela, angina, infarto, enfarte, avc, derrame, hérnia, ciático, escoliose, miomas, pneumonia, tuberculose, covid longa, hipertensão, trombose, embolia, metástase*, fibrose cística, síndrome de down, trissomia, lúpus, herpes, demência, apneia, insuficiência, fibromialgia, pressão alta, tensão alta, chagas, hanseníase, hepatite',
    beside:
      'mãe, pai, mamãe, papai, filho, filha, irmão, irmã, marido, mulher, esposa, avó, avô, tio, tia, primo, prima, namorado, namorada, colega, amigo, amiga, tenho, tem, teve, tive, deu um, deu uma, diagnosticaram, diagnosticado, diagnosticada, detectaram, acharam, encontraram, descobri, descobriram, descobriu, sofro, luto, convivo, vivo com, estágio, fase, remissão, morreu de, superei, venci, recidiva, voltou, disse, contou que, suspeita, sou, médico, grau',
  },
  {
    category: 'health-at-work',
    word: 'baixa, de baixa, baixa médica, atestado, atestado médico, inss, auxílio doença, afastado, afastada, afastamento, licença médica, licença saúde, acidente de trabalho, perícia, incapacidade, aposentadoria por invalidez, junta médica, médico do trabalho',
    beside:
      'estou de, médica, me deu, deu me, passou, pelo inss, desde, até, semanas, meses, médico, chefe, patrão, empresa, stress, estresse, burnout, ansiedade, depressão, coluna, trabalho, colega, dias, por causa, negado, negou',
  },
  {
    category: 'sexual-life',
    word: 'dois homens, duas mulheres, dois rapazes, duas raparigas, dois caras, duas meninas, duas mães, dois pais, mesmo sexo, do mesmo sexo, outro homem, outra mulher, outra menina, outra rapariga, outro rapaz, outro cara, sou homem, sou mulher, sou um homem, sou uma mulher, sou um cara, sou uma menina, sou rapaz, sou rapariga, como homem, sendo mulher, sendo homem, também sou mulher, também sou homem',
    beside:
      'meu namorado, o meu namorado, meu marido, meu companheiro, minha namorada, minha esposa, minha mulher, minha companheira, somos, casal, apaixonad*, apaixonei, casad*, casar, adotar, adoptar, filho, namoro, namorar, namorando, saio com, gosto de, beijei, moro com, vivo com, relação, criado por, casamento, ficando, transei, fiquei com',
  },
  {
    category: 'sexual-life',
    word: 'marido dele, namorado dele, companheiro dele, noivo dele, seu marido, seu namorado, com um rapaz, com um homem, com um cara, namora um, um namorado',
    beside:
      'meu irmão, meu filho, meu pai, meu tio, meu primo, meu colega, meu melhor amigo, meu sobrinho, meu chefe, meu neto, o irmão',
  },
  {
    category: 'sexual-life',
    word: 'mulher dela, namorada dela, esposa dela, companheira dela, noiva dela, sua mulher, sua namorada, sua esposa, com uma rapariga, com uma mulher, com uma menina, com uma garota, namora uma, uma namorada',
    beside:
      'minha irmã, minha filha, minha mãe, minha tia, minha prima, minha colega, minha melhor amiga, minha sobrinha, minha chefe, minha neta',
  },
  {
    category: 'sexual-life',
    word: 'armário, assumi, assumir, assumido, minha transição, transição de gênero, a transição, hormônios, hormonas, hormonização, testosterona, estrogênio, mudar de nome, nome social, retificação, pronome*, gênero, género, identidade de gênero, trans, não binári*, gay, homossexual, lésbica, sapatão, bi, bissexual, queer, pansexual, assexual, viado, bicha',
    beside:
      'pais, mãe, pai, família, mulher, marido, chefe, trabalho, colegas, natal, saí, sair, saído, disse que, contou que, me contou, contei, nome, comecei, começar, nasci homem, nasci mulher, filho, filha, irmão, irmã, talvez, acho que, sou, escondido, escondida, bar, casal, ninguém sabe, corpo, assumi*',
  },
  {
    category: 'sexual-life',
    word: 'traio, traí, traindo, trair, traição, corno, chifre, infiel, amante, caso extraconjugal, um caso, adultério, ficada, ficante, sexting, nudes, fotos nua, fotos nu, transo, transei, transar, transando, durmo com, dormi com, puta, putas, prostituta*, garota de programa, garotas de programa, puteiro, acompanhante*, tinder, grindr, casa de swing, swing, ménage, troca de casais, relacionamento aberto, relação aberta, fetich*, sado, sugar daddy',
    beside:
      'marido, mulher, esposa, namorado, namorada, casado, casada, há dois, há anos, anos, meses, tenho um, tenho uma, tive um, tive, chefe, colega, desconhecid*, motel, hotel, melhor amig*, ex, fim de semana, paguei, pago, mandei, fotos, botei, ponho, faço, fui, com homens, com mulheres, vou, sem camisinha, sem preservativo',
  },
  {
    category: 'sexual-life',
    word: 'sexo, camisinha, camisinhas, preservativo*, ereção, broxei, broxo, brochei, impoten*, orgasmo*, libido, tesão, pornô, punheta, masturb*, clamídia, gonorreia, sífilis, herpes, verrugas genitais, hpv, dst, ist, prep, virgem, virgindade, pílula do dia seguinte, relações, sexual, sexuais',
    beside:
      'mulher, marido, esposa, namorado, namorada, nós, a gente, sem proteção, desprotegid*, sem, estourou, rompeu, não consigo, não tenho mais, não sinto, meses, peguei, pegou, passou, apanhei, contraí, teste, positivo, viciad*, vício, ainda, primeira vez, nunca, sábado, dói, dor, tomo, ex',
  },
  {
    category: 'religion',
    word: 'missa, igreja, sinagoga, mesquita, templo, capela, culto, paróquia, catequese, catequista, grupo de oração, estudo bíblico, confesso, confessar, confissão, coro da paróquia, coral da igreja, salão do reino, mosteiro, convento, acólito, coroinha, loja maçônica, seminário, procissão, promessa, romaria, peregrinação, fátima, aparecida, terreiro, centro espírita, candomblé, umbanda, célula, dízimo, escola dominical, louvor',
    beside:
      'vou à, vou ao, vou na, vou no, vai à, vamos à, ia à, ir à, fui à, fui a, todos os domingos, todo domingo, aos domingos, às sextas, aos sábados, no domingo, toda semana, todo mês, me confesso, canto, sirvo, ajudo, voluntári*, membro, deixei, larguei, cresci, criado, criada, rezo, meu pai, minha mãe, minha avó, dou, toco, faço, frequento, padre, pastor, imã, rabino, pago, prometi, filha de santo, filho de santo, mãe de santo, pai de santo, sou da',
  },
  {
    category: 'religion',
    word: 'nosso/meu/minha/nossa padre/pastor/pastora/imã/rabino/pároco/confessor/bispo/guru, virar padre, ser padre, ser freira, virar freira, entrar no convento, meus votos, vocação religiosa',
    beside: 'me, nos, diz, disse, quero, quer, queria, falei, aconselh*, casou, filho, filha, eu',
  },
  {
    category: 'religion',
    word: 'deus, alá, jesus, cristo, espírito santo, virgem maria, nossa senhora, bíblia, alcorão, corão, torá, evangelho, fé, religião, religios*, crente, crentes, terço, rosário, quaresma, ramadão, ramadã, eid, pessach, yom kippur, hanukkah, shabat, sabbath, jejum, jejuar, hajj, meca, peregrinação, orixás, orixá, kosher, halal, porco',
    beside:
      'acredito em, não acredito em, já não acredito, acredito mais, creio em, acreditar em, crê em, perdi a, perco a, rezo, rezamos, reza, oro, faço o, fazemos, fiz o, jejuo, celebro, celebramos, guardo, como, comemos, não como, minha fé, minha religião, muito, família, criad*, leio a, leio o, salvou, encontrei, convert*, folga, toda noite, todos os dias, ateu, ateia, por causa da minha',
  },
  {
    category: 'religion',
    word: 'batizad*, baptizad*, batizado, baptizado, batismo, primeira comunhão, comunhão, crisma, crismad*, bar mitzvá, circuncid*, circuncisão, casar na igreja, casamento religioso, véu, hijab, lenço islâmico, turbante, quipá, crucifixo, transfusão, transfusões, converti ao, convertido ao, convertida ao, excomungad*, desassociad*, apóstata, ateu, ateia, agnóstic*, ex muçulman*, ex evangélic*, testemunhas de jeová, testemunha de jeová, feito no santo',
    beside:
      'minha, meu, meus, nossa, nosso, me, eu, uso, usa, filha, filho, filhos, bebê, bebé, em maio, páscoa, recuso, islã, islão, judaísmo, cristianismo, budismo, catolicismo, religião, religios*, cliente, família, cresci, criad*, sou, muçulman*, fui, nas',
  },
  {
    category: 'politics',
    word: 'pt, psol, psdb, mdb, pl, novo, psb, pdt, pcdob, pstu, bolsonaro, lula, ciro, dilma, haddad, moro, marçal, boulos, tarcísio, chega, ventura, bloco de esquerda, partido comunista, partido socialista, pcp, ps, psd, cds, livre, pan, iniciativa liberal, montenegro, trump, mst, a esquerda, a direita, extrema direita, extrema esquerda',
    beside:
      'vot*, cartão do, cartão da, cartão de, filiad*, filiei, milito, militante, carteirinha, cartão de militante, campanha, santinhos, cartazes, panfletos, vereador*, candidat*, candidatar, lista, diretório, simpatizante, apoio, apoiei, comício, sempre, ninguém, conto, escondido, eleitor, eleitora, petista, bolsonarista, concelhia, cabo eleitoral',
  },
  {
    category: 'politics',
    word: 'manifestação, manifestações, manif, marcha, protesto, protestos, passeata, ato, ocupação, acampamento, greve climática, greve de fome, parada lgbt, marcha do orgulho, climáximo, 8 de janeiro, black bloc, abaixo assinado',
    beside:
      'estive na, estive no, fui à, fui ao, fui na, fui no, vou à, vou na, participei, organizo, organizei, pres*, detid*, polícia, sábado, domingo, contra, pela, pelo, palestina, gaza, clima, ucrânia, aborto, governo, racismo, chefe, foto, viu, faixa, em frente',
  },
  {
    category: 'politics',
    word: 'esquerda, direita, extrema direita, extrema esquerda, comunista*, socialista*, anarquista*, marxista*, monárquic*, nacionalista*, ambientalista*, ecologista*, feminista*, pacifista*, antivacina, sionista*, fascista*, petista*, bolsonarista*, lulista*, conservador*, liberal, ativista*, vereador*, prefeito, deputad*, senador*, autarca, autárquicas, dissidente*, exilad*, politicamente, polític*',
    beside:
      'sou de, sou muito de, sou bem de, sou, bastante de, convict*, roxo, roxa, meu pai é, minha mãe é, meu marido é, minha mulher é, meu irmão é, minhas ideias, minhas opiniões, minha militância, candidat*, eleit*, militante, perseguid*, exílio, asilo, demitid*, despedid*, família, milito, ideias, posição, posições, opiniões',
  },
  {
    category: 'trade-union',
    word: 'sindicato, sindicatos, sindical, sindicais, sindicalista*, cut, ctb, cgtp, ugt, força sindical, greve, greves, paralisação, piquete, comissão de trabalhadores, dissídio, fesap, stal, sindicalizad*',
    beside:
      'filiad*, filiei, filiar, sindicalizei, carteirinha, quota, delegad*, dirigente, diretor, diretora, fizemos, fiz, fizeram, em greve, dias, semanas, salário, chefe, patrão, empresa, eleit*, meu sindicato, nosso sindicato, me ajuda, me defende, sócio, sócia, membro, assembleia, demitid*, despedid*, candidat*, colegas, aderi, sou, adesão',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'origem, origens, metade, meio, meus pais, pais são, avós, família, raízes, descendente*, descendência, ascendência, imigrante*, refugiad*, mestiç*, etnia, comunidade, sangue, antepassados, me para, param, polícia, sotaque, pele, insult*, xing*, racismo, racista, povo, aldeia',
  },
  {
    category: 'ethnicity',
    word: 'negro, negra, negros, preto, preta, pardo, parda, mulat*, mestiç*, cigan*, indígena*, índio, índia, quilombola*, refugiad*, imigrante*, sem papéis, pedido de asilo, racista*, racismo, cor da pele, afrodescendente*, deportad*, monhé, cota racial, cotas raciais',
    beside:
      'sou, como, mulher, homem, por ser, única, único, meus pais, minha família, meu pai, minha mãe, insult*, xing*, me chamam, me chamaram, me chamou, negado, recusado, síria, afeganistão, me para, alugam, trabalho, entrei, aldeia, ninguém',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gene, genes, genétic*, dna, adn, cromossom*, hereditári*, mutação, huntington, lynch, paternidade, 23andme, traço falciforme',
    beside:
      'portador, portadora, minha mãe, meu pai, herdei, herdado, herdada, defeituoso, positivo, teste, exame, resultado*, análise, anomalia, doença, família, não é meu pai, não sou o pai, meio irmão, meia irmã, tenho, deu',
  },
  {
    category: 'criminal',
    word: 'cadeia, prisão, presídio, delegacia, esquadra, tribunal, julgamento, condenad*, condenação, condenaram, antecedentes, registo criminal, ficha criminal, ficha suja, passagem pela polícia, liberdade condicional, pena suspensa, fiança, tornozeleira, pulseira eletrónica, semiaberto, fui preso, fui presa, detid*, preso, presa, arguid*, acusad*, denúncia, queixa, processad*, estelionato, burla, furto, roubo, roubei, furtei, assalto, agressão, lesão corporal, tráfico, traficava, bafômetro, dirigir bêbado, álcool ao volante, crime, cassada, serviço comunitário',
    beside:
      'passei, fiquei, anos, meses, cumpri, cumpro, estive, fui, meu irmão, meu filho, meu marido, meu pai, meu ex, por roubo, por furto, por tráfico, por, contra mim, polícia, gnr, psp, advogado, juiz, carteira, carta, saí da, sair da, emprego, trabalho, ontem, tenho, criminais, pena, sou',
  },
];
