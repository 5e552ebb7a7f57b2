// Words by which a text is known to be written by a person to somebody: function words of ten languages, and the words for
// "I" and "you". Function words are a language's closed classes (articles, prepositions, pronouns, auxiliaries); logs have
// few of them, and hardly any of the first and second person.

/** Function words, each language apart, as a reader of the grammar would list them. Accents are written. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the a an and or but if then than that this these those of to in on at by for from with about into over after before is are was were be been being am do does did have has had will would can could should shall may might must not no yes so as it its he she they them his her their who what when where why how which there here just some any all more most very too also because while until please thanks thank hello hi hey out up down off',
  fr: 'le la les un une des du de et ou mais si que qui quoi dont où ce cet cette ces est sont était étaient être suis es sommes êtes ai as avons avez ont avoir fait faire dans sur sous avec sans pour par vers chez entre pas ne plus très trop aussi comme quand comment pourquoi parce car donc alors on il elle ils elles se sa son ses leur leurs au aux en y depuis encore bien merci bonjour salut rien jamais toujours',
  de: 'der die das den dem des ein eine einen einem einer eines und oder aber wenn dass ob als wie was wer wo warum weil ist sind war waren sein bin bist habe hat haben hatte werden wird wurde kann können konnte soll muss müssen darf nicht kein keine keinen mit ohne für von vom zu zum zur auf aus bei nach vor über unter in im am an auch noch schon nur sehr mehr er sie es man sich bitte danke hallo gern dann doch hier da jetzt immer nie',
  es: 'el la los las un una unos unas de del y o pero si que quien quién qué como cómo cuando cuándo donde dónde por porque para con sin sobre entre es son era eran ser estoy está están estar he ha han hay haber tengo tiene fue no más muy también ya aún todavía se su sus al en lo le les este esta esto ese esa eso gracias hola algo nada nunca siempre',
  it: 'il lo la gli le un uno una di del della dei delle e o ma se che chi cosa come quando dove perché per con senza su sul sulla tra fra è sono era erano essere sei siamo ho ha hanno abbiamo avere ho fatto non più molto anche ancora già si suo sua al alla ai nel nella da dal dalla questo questa quello quella grazie ciao buongiorno niente mai sempre',
  pt: 'o a os as um uma uns umas de do da dos das e ou mas se que quem qual como quando onde porque por para com sem sobre entre é são era eram ser estou está estão estar tenho tem foi não mais muito também já ainda seu sua seus suas ao à no na nos nas em isso este esta isto esse essa obrigado obrigada olá oi algo nada nunca sempre pelo pela',
  nl: 'de het een en of maar als dat die dit deze wat wie waar waarom hoe wanneer omdat is zijn was waren ben bent heb heeft hebben had worden wordt werd kan kunnen moet moeten mag zal zou niet geen met zonder voor van op uit bij naar over onder in aan ook nog al alleen zeer meer er hij zij het zich graag bedankt hallo dan toch hier nu altijd nooit te om door',
  pl: 'i w we z ze na do od po za o u przy przez dla bez pod nad między jest są był była było być jestem mam ma mają nie tak czy co kto gdzie kiedy jak dlaczego bo że żeby ale lub albo jeśli już jeszcze też tylko bardzo więcej się to ten ta te tego tej mi go jej ich proszę dziękuję cześć nic nigdy zawsze może jego który która które',
  sv: 'och att det som en ett på är av för med till den har de inte om men var sig så när hur vad kan ska skulle från eller nu vi han hon tack hej',
  tr: 've bir bu için ile ama çok ne nasıl neden değil var yok mı mi mu da de gibi daha kadar sonra önce lütfen teşekkürler merhaba',
};

/** Words for the first and second person, which templates of machines hardly have. */
const PERSONS: Readonly<Record<string, string>> = {
  en: "i i'm im i've i'd i'll me my mine myself we us our ours you your yours you're youre you've don't can't let's",
  fr: "je j'ai me moi mon ma mes nous notre nos tu te toi ton ta tes vous votre vos c'est j'y m'appelle qu'il t'es",
  de: 'ich mich mir mein meine meinen meinem meiner wir uns unser unsere du dich dir dein deine deinen euch ihr ihre ihnen',
  es: 'yo me mi mis mío nosotros nos nuestro nuestra tú tu tus te ti usted ustedes vosotros vuestra',
  it: "io mi me mio mia miei mie noi ci nostro nostra tu ti te tuo tua tuoi voi vi vostro vostra lei c'è",
  pt: 'eu me mim meu minha meus minhas nós nosso nossa você vocês te ti teu tua contigo comigo',
  nl: 'ik me mij mijn wij we ons onze jij je jou jouw u uw jullie',
  pl: 'ja mnie mi mój moja moje moim mojej my nas nasz nasza ty ciebie cię twój twoja twoje pan pani wam was',
  sv: 'jag mig min mitt mina vi oss vår du dig din ditt dina ni er',
  tr: 'ben beni bana benim biz bizim sen seni sana senin siz sizin',
};

const FUNCTION: ReadonlySet<string> = wordsOf(FUNCTION_WORDS);
const PERSON: ReadonlySet<string> = wordsOf(PERSONS);

function wordsOf(lists: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(Object.values(lists).flatMap((list) => list.split(' ')));
}

/** A word in lower case: whether it is a function word or pronoun of one of the languages. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION.has(word) || PERSON.has(word);
}

/** A word in lower case: whether it says I or you in one of the languages. */
export function isPersonWord(word: string): boolean {
  return PERSON.has(word);
}
