// Polish pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'ukrain*, białorus*, rosja*, rosyj*, litwin*, żyd*, żydów*, niemc*, niemiec*, romsk*, romów, wietnam*, chińczyk*, chinka, chink*, hindus*, pakista*, afgan*, syryj*, irakij*, irańs*, turek, turcz*, turk*, kurd*, arab*, marokań*, tunezyj*, egip*, nigery*, etiop*, kongij*, somalij*, ormian*, ormianin, gruzin*, czecze*, tatar*, kaszub*, śląz*, łemk*, bułgar*, rumun*, albań*, serb*, kuban*, brazylij*, kolumbij*, meksyk*, filipi*, nepal*, azjat*, azja*, afryk*, koreań*';

export const PAIRS_PL: readonly Pair[] = [
  {
    category: 'health',
    word: 'woreczek żółciowy, woreczka żółciowego, macica, macicę, macicy, jajnik*, prostat*, migdałki, migdałków, śledzion*, trzustk*, nerka, nerki, nerkę, nerek, wątrob*, jelit*, płuco, płuca, płucach, pęcherz, siatkówk*, rogówk*, zaćm*, tarczyc*, wyrostek, wyrostka, jądro, jądra, jądrze, pierś, piersi, piersiach, przełyk, kręgosłup*, kręg*, łąkotk*, więzadł*, ścięgn*, aort*, tętnic*, biodro, biodra, biodrem, kolano, kolana, kolanem, kamienie, kamieni, torbiel*, polip*, mięśniak*',
    beside:
      'usunęli, usunięto, usuwają, usunąć, usunięcie, usunięciu, wycięli, wycięto, wyciąć, operacj*, operow*, zoperow*, zabieg*, siadają, siada, nie pracują, niewydoln*, chore, chora, uszkodz*, przeszczep*, kamienie, zapalenie, zakażenie, guz, guza, guzek, guzka, cień, zmiany, zmianę, wyniki, usg, tomografi*, biopsj*, lekarz, lekarze, ból, boli, bolą, zerwan*, zerwał*, pękł*, protez*, endoprotez*, dializ*, rak, raka, nowotw*, znaleźli, wykryli, wykryto, dawc*, stent, problem*',
  },
  {
    category: 'health',
    word: 'operacja, operację, operacji, operacją, operowan*, zoperow*, zabieg, zabiegu, chirurg*, narkoz*, biopsj*, rezonans*, tomografi*, usg, prześwietlen*, kolonoskopi*, gastroskopi*, bajpas*, stent*, przeszczep*, amput*, rehabilitacj*, blokad*, endoprotez*, szpital, szpitala, szpitalu, sor, oiom, intensywnej terapii, oddział, oddziale, karetk*',
    beside:
      'kolan*, biodr*, serc*, kręgosłup*, oko, oka, oczu, bark*, szyi, mózg*, piersi, ręki, stopy, nogi, ucha, nosa, brzuch*, żołądk*, prostaty, w przyszłym tygodniu, poniedziałek, wtorek, środę, czwartek, piątek, przed operacją, po operacji, po zabiegu, moja operacja, mam, miałem, miałam, czeka mnie, czekam na, leżę, leży, leżał*, trafił*, zabrali, zabrało, przyjęli, mój tata, moja mama, mój mąż, moja żona, mój syn, moja córka, babcia, dziadek',
  },
  {
    category: 'health',
    word: 'badań, badania, badaniach, wyniki, wyników, morfologi*, cytologi*, mammografi*, ekg, test na hiv, test hiv, markery, cukier, ciśnienie, cholesterol*, trójglicerydy, próby wątrobowe, tsh',
    beside:
      'złe, zły, nieprawidłow*, pozytywny, dodatni*, wysoki, wysokie, za wysok*, niski, podwyższon*, wynika, wyszło, wyszły, wyszedł, lekarz, krwi, nerki, wątroba, hiv, białaczk*, boję, czekam, tabletki, leki, anemia, podejrzen*, skacze',
  },
  {
    category: 'health',
    word: 'okres, miesiączk*, test ciążowy, testu ciążowego, dwie kreski, druga kreska, owulacj*, mdłości, położn*, ginekolog*, usg, poród, porodu, porodzie, rodzić, rodzę, urodziłam, cesark*, cesarskie, karmię, połogu, połóg, termin porodu',
    beside:
      'spóźnia, spóźni*, nie przyszedł, pozytywny, ciąż*, bliźnięta, bliźniaki, bolesny, bolesne, nieregularn*, dziecko, tygodni, miesiąc*, depresj*, po porodzie, test, mi się, mi, w styczniu, w lutym, w marcu, w kwietniu, w maju, w czerwcu, we wrześniu',
  },
  {
    category: 'health',
    word: 'straciłam dziecko, straciliśmy dziecko, stracić dziecko, urodzić dziecko, mieć dzieci, mieć dziecka, staramy się o, staram się o, starania o, zajść w ciążę, zaszłam, usunąć ciążę, usunęłam, przerwać ciążę, aborcj*, in vitro, inseminacj*, dawczyni komórek, dawcy nasienia, zamrozi* komórki, zamroziłam, zarodk*, zarodek, bezpłodn*, niepłodn*, płodnoś*, spodziewam się, spodziewamy się, poronił*, poronieni*',
    beside:
      'dziecko, dziecka, ciąż*, tygodniu, tygodni, miesiąc*, lat, nie możemy, nie mogę, nie udało, udaje, nieudan*, mąż, żona, klinik*, my, mi, ja, znowu, prób*, nas, moja, pigułk*, tabletk*, bliźni*, w maju',
  },
  {
    category: 'health',
    word: 'piję, pije, pić, piłem, piłam, picie, picia, chlam, alkohol, alkoholu, wódk*, wina, wino, piwo, piwa, kac, kaca, upijam, odwyk*, detoks*, aa, trzeźw*, niepijąc*, zaszył*, wszywk*, abstynen*',
    beside:
      'za dużo, co wieczór, codziennie, każdego dnia, wieczorem, po kryjomu, w ukryciu, od rana, rano, przestać, przestałem, przestałam, rzucić, rzuciłem, rzuciłam, problem, problemy, uzależn*, nałóg, nawrót, zapiłem, zapiłam, sam, butelk*, mój ojciec, mój tata, moja matka, moja mama, mój mąż, moja żona, miesięcy, lat, dni, od, mityng*, w ciągu, jestem, poszedłem, poszłam',
  },
  {
    category: 'health',
    word: 'kokain*, koks*, heroin*, crack, ketamin*, trawk*, zioło, marihuan*, jointy, opioid*, fentanyl*, ecstasy, mdma, amfetamin*, mefedron*, dopalacz*, tabletki, kodein*, benzo, narkotyk*, kasyn*, hazard*, automaty, zakłady bukmacherskie, bukmacher*, porno, pornografi*, czysty, czysta, strzykawk*',
    beside:
      'rzucił*, rzucić, przestał*, nie biorę, biorę, brałem, brałam, bierze, palę, paliłem, paliłam, wciągam, wciągał*, strzykam, wstrzykuj*, uzależn*, nałóg, nawrót, codziennie, każdego dnia, przedawk*, monar, odwyk*, ośrodk*, przegrał*, długi, długów, miesięcy, lat, roku, od, mój syn, mój brat, jestem, ćpa*',
  },
  {
    category: 'health',
    word: 'wymioty, wymiotuj*, wymiotow*, rzygam, przeczyszczając*, obżer*, napady objadania, objadam, głodz*, kalorii, kalorie, waży, ważę, schudł*, nie je, nie jem, prawie nic nie, palce do gardła, palec w gardło, bmi',
    beside:
      'posiłk*, jedzeni*, jeść, po, prowokuj*, kilo, kilogram*, kg, tylko, po kryjomu, moja siostra, moja córka, szpital*, 300, 400, 500, 600, 800, anoreks*, bulimi*, boję, niedowag*, je',
  },
  {
    category: 'health',
    word: 'skończyć ze sobą, skończyć ze swoim życiem, odebrać sobie życie, odebrał sobie, odebrała sobie, samobójst*, samobójcz*, zabić się, się zabić, zabił się, zabiła się, chcę umrzeć, chciałem umrzeć, chciałam umrzeć, lepiej martw*, nie chcę żyć, nie chce mi się żyć, sensu życia, skoczyć z, rzucić się pod, powiesi*, powiesił się, podciąć żyły, żyły, tnę, ciąłem, cięłam, ciąć, okalecz*, samookalecz*, zrobić sobie krzywdę, przedawkow*, zniknąć na zawsze',
    beside:
      'się, mi, mam, myślę, myślałem, myślałam, myśli, chcę, ręce, udach, pociąg, most, okno, tabletki, tabletek, brat, siostra, ojciec, matka, syn, córka, przyjaciel, przyjaciółka, znowu, prób*, nie',
  },
  {
    category: 'health',
    word: 'lek, leki, leków, lekarstwa, tabletki, tabletek, dawk*, receptę, recepta, przepisał*, zastrzyk*, kroplówk*, skutki uboczne, sterydy, sterydów, antybiotyk*, rozrzedzając*, betablokery, statyny, pigułki, tabletki antykoncepcyjne, spirala, chemia, chemię, chemii, immunoterapi*, radioterapi*, naświetlan*, insulin*, lit, ritalin*, nasenne, uspokajające, psychotropy, psychotropow*, antydepresant*',
    beside:
      'lekarz, lekarka, doktor, psychiatra, specjalista, biorę, bierze, brałem, brałam, łykam, przepisał*, zwiększył*, zmniejszył*, zmienił*, odstawi*, odstawiłem, odstawiłam, moje leki, moich leków, na depresję, na ciśnienie, na serce, na cukrzycę, przeciw, zapomn*, codziennie, dziennie, zaczynam, zaczął*, zaczęłam, poniedziałek, kurs, cykl, szpital, uczulon*, lat, od, nowe, ciśnieni*, przyjmuj*',
  },
  {
    category: 'health',
    word: 'guzek, guzka, krwawi*, krew w, krwawieni*, zawroty głowy, omdl*, zemdlał*, kołatani*, drętwie*, drgawki, napad, napady, ból, bóle, bólu, kłuci*, wysypk*, upławy, duszności, migren*, rzut choroby, drżeni*, zaniki pamięci, zapomin*, szumy, ropień, torbiel, blizn*, rana, ranę, infekcj*, uderzenia gorąca, wypadają mi włosy, złaman*, złamał*, gips*, skręcon*, biegunk*, zaparci*, hemoroid*, szwy, zawał*',
    beside:
      'lekarz, lekarza, szpital*, sor, pierś, piersi, klatce, lewej, lewą, prawej, stolcu, moczu, nog*, ręk*, biodr*, kręgosłup*, plec*, kark*, tygodni, miesięcy, stres*, moja mama, mój tata, mój syn, moja córka, mój mąż, moja żona, karetk*, operacj*, pracy, od, przewlekł*, kostk*, nadgarstk*, padaczk*, astm*, serca',
  },
  {
    category: 'health',
    word: 'kule, kulach, chodzik*, wózek inwalidzki, wózku, domu opieki, dom opieki, hospicjum, paliatywn*, terminaln*, umiera, nieuleczaln*, śpiączc*, sparaliżow*, protez*, psa przewodnika, niewidom*, głuch*, niedosłysz*, aparat słuchowy, aparatu słuchowego, jąkam, jąka, języka migowego, niepełnospraw*, orzeczenie, renta, rentę, rencist*, szkoła specjalna, autyz*, autysty*, straciłem wzrok, straciłam wzrok, stracił wzrok, stracił nogę, nie widzę na, słabo słyszę, nie chodzi, nie mogę chodzić',
    beside:
      'mi, mój, moja, mam, jestem, jeżdżę, noszę, syn, synek, córka, matka, mama, ojciec, tata, mąż, żona, brat, siostra, babcia, dziadek, od, po wypadku, wypadk*, udar*, ucho, oko, stopień, stopniu, dziecko, inwalidzk*, chorob*',
  },
  {
    category: 'health',
    word: 'lęk, lęki, lękow*, panik*, atak paniki, ataków paniki, depresj*, depresyjn*, załaman*, załamanie nerwowe, wypalen*, wypalenie, nerwic*, dwubiegun*, głosy, halucyn*, omamy, paranoj*, mania, manię, maniakal*, natręctw*, fobi*, traum*, flashback*, psycholog*, psychiatr*, terapi*, terapeut*, psychiatryk*, borderline, zdrowie psychiczne',
    beside:
      'mam, miałem, miałam, ma, cierpię, dostaję, chodzę, chodzi, leczę, leczy, leżę, leży, na terapii, sesj*, mówi, lekarz, przepisał*, od, metrze, autobusie, dzieciństw*, molestow*, gwał*, leki, słyszę, diagnoz*, epizod, zwolnieni*, po rozwodzie, zaburzeni*, do psychologa, do psychiatry, na psychiatrii, szpital*, bezsenność',
  },
  {
    category: 'health',
    word: 'alzheimer*, parkinson*, rak, raka, rakiem, nowotwór, nowotworem, białaczk*, cukrzyc*, padaczk*, astm*, celiaki*, adhd, autyzm*, dyslek*, hiv, aids, zapalenie wątroby, pochp, crohna, colitis, zwyrodnieni*, rzs, reumat*, egzem*, łuszczyc*, menopauz*, endometrioz*, anemi*, guz, guza, tętniak*, stwardnieni*, sm, zawał*, udar*, wylew*, przepuklin*, rwa kulszowa, rwy kulszowej, skolioz*, mięśniaki, zapalenie płuc, gruźlic*, covid*, nadciśnieni*, zakrzepic*, zator*, przerzut*, mukowiscydoz*, zespół downa, zespołem downa, toczeń, tocznia, opryszczk*, demencj*, bezdech*, niewydolność, fibromialgi*, borelioz*, dyskopati*',
    beside:
      'mam*, tata, tatę, taty, mój, moja, mojej, mojego, syn*, córk*, brat*, siostr*, mąż, mężowi, męża, żon*, babci*, dziad*, wuj*, ciot*, chłopak*, dziewczyn*, kolega, koleżank*, przyjaci*, mam, ma, miał, miała, miałem, miałam, stwierdz*, wykry*, znaleź*, zdiagnoz*, cierpi*, walcz*, żyję z, stadium, remisj*, zmarł*, pokonał*, nawrót, wrócił*, przyznał*, powiedział*, podejrzen*, lekarz, dźwigać, poznaje',
  },
  {
    category: 'health-at-work',
    word: 'l4, zwolnieni* lekarski*, chorobowe, chorobowym, na zwolnieniu, na chorobowym, zasiłek chorobowy, świadczenie rehabilitacyjne, lekarz medycyny pracy, niezdoln* do pracy, wypadek przy pracy, choroba zawodowa, urlop zdrowotny, zus',
    beside:
      'na, mi, jestem, mam, od, do końca, tygodni, miesięcy, lekarz, szef, szefowa, pracodawc*, stres*, kręgosłup*, wypisał*, dał, dała, koleżank*, kolega, komisj*, orzek*, marca, przez, depresj*',
  },
  {
    category: 'sexual-life',
    word: 'obaj faceci, obaj facetami, obaj mężczyzn*, obie kobietami, obie kobiety, obie dziewczyny, dwóch mężczyzn, dwóch facetów, dwie kobiety, dwie dziewczyny, dwie mamy, dwóch ojców, tej samej płci, tą samą płcią, jestem facetem, jestem mężczyzną, jestem kobietą, jestem dziewczyną, sam jestem facetem, sama jestem kobietą, jako facet, jako kobieta, jako mężczyzna, drugim facetem, drugą kobietą, drugą dziewczyną, innym facetem, inną kobietą, inną dziewczyną, związku z mężczyzną, związku z kobietą',
    beside:
      'mój chłopak i ja, ja i mój chłopak, mój mąż i ja, moja dziewczyna i ja, ja i moja dziewczyna, moja żona, mój partner, moja partnerka, mój chłopak, moja dziewczyna, z chłopakiem, z dziewczyną, jesteśmy, para, parą, związek, związku, zakochał*, w koleżance, w koledze, w przyjacielu, w przyjaciółce, ślub, adoptować, wychowa*, całował*, spotykam, żyję, mieszkam, podobają, sam, sama',
  },
  {
    category: 'sexual-life',
    word: 'moim chłopakiem, mojego chłopaka, mojemu chłopakowi, mój chłopak, moim mężem, mojego męża, mojemu mężowi, mój mąż, moim partnerem, chłopakiem, w chłopaku, w facecie',
    beside:
      'byłem, miałem, pokłóciłem, poznałem, zamieszkałem, chciałem, powiedziałem, zakochałem, spotkałem, kochałem, mieszkałem, rozstałem, wprowadziłem, zaręczyłem, ożeniłem, zacząłem, postanowiłem, poszedłem, pojechałem, kupiłem, bałem, szukałem, myślałem',
  },
  {
    category: 'sexual-life',
    word: 'moją dziewczyną, mojej dziewczyny, mojej dziewczynie, moja dziewczyna, moją żoną, mojej żony, mojej żonie, moja żona, moją partnerką, dziewczyną, w dziewczynie, w koleżance, w przyjaciółce',
    beside:
      'byłam, miałam, pokłóciłam, poznałam, zamieszkałam, chciałam, powiedziałam, zakochałam, spotkałam, kochałam, mieszkałam, rozstałam, wprowadziłam, zaręczyłam, zaczęłam, postanowiłam, poszłam, pojechałam, kupiłam, bałam, szukałam, myślałam',
  },
  {
    category: 'sexual-life',
    word: 'jego mąż, jego chłopak, jego partner, jego narzeczony, jego mężem, jego chłopakiem, z chłopakiem, z facetem, chłopaka, ze swoim mężem, ze swoim chłopakiem',
    beside:
      'mój brat, mojego brata, mój syn, mojego syna, mój tata, mój ojciec, mój wujek, mój kuzyn, mój kolega, mój szef, mój przyjaciel',
  },
  {
    category: 'sexual-life',
    word: 'jej żona, jej dziewczyna, jej partnerka, jej narzeczona, jej żoną, jej dziewczyną, z dziewczyną, z kobietą, ze swoją żoną, ze swoją dziewczyną',
    beside:
      'moja siostra, mojej siostry, moja córka, mojej córki, moja mama, moja matka, moja ciocia, moja kuzynka, moja koleżanka, moja szefowa, moja przyjaciółka',
  },
  {
    category: 'sexual-life',
    word: 'szafy, coming out, wyoutow*, ujawnił*, tranzycj*, hormon*, testosteron*, estrogen*, terapi* hormonaln*, zmienić imię, zmiany imienia, uzgodnieni* płci, zaimk*, płci, płeć, tożsamość płciow*, trans, transpłciow*, niebinarn*, gej, gejem, geja, homo*, lesbijk*, bi, biseksual*, queer, panseksual*, aseksual*, pedał',
    beside:
      'rodzic*, mama, mamie, ojciec, ojcu, rodzina, rodzinie, żona, mąż, szef, pracy, koleg*, święta, wyszedłem, wyszłam, powiedział*, że jest, że jestem, imię, zacząłem, zaczęłam, urodziłem, urodziłam, syn, córka, brat, siostra, chyba, może, myślę, jestem, po kryjomu, bar, para, nikt nie wie, ciele, ciało',
  },
  {
    category: 'sexual-life',
    word: 'zdradzam, zdradził*, zdradza, zdrada, zdrady, romans, romansu, niewiern*, kochanek, kochank*, kochanką, skok w bok, przygod*, seks na jedną noc, seksting, nagie zdjęcia, nudesy, sypiam, spałem z, spałam z, przespał*, śpię z, łóżku, dziwk*, prostytutk*, burdel*, agencji towarzyskiej, sponsor*, tinder*, grindr*, badoo, klub swingers*, swingers*, trójkąt*, otwarty związek, otwartym związku, fetysz*, bdsm, dominą',
    beside:
      'męża, mąż, mężowi, żonę, żona, żonie, chłopak*, dziewczyn*, partner*, żonaty, mężatk*, od dwóch, lat, miesięcy, mam, miałem, miałam, szef*, koleg*, koleżank*, nieznajom*, hotel*, przyjaci*, byłym, byłą, weekend, zapłacił*, wysłał*, zdjęcia, chodzę, chodzimy, mężczyznami, kobietami, z innym, z inną, konto, jestem',
  },
  {
    category: 'sexual-life',
    word: 'seks, seksu, seksie, seksualn*, prezerwatyw*, gumk*, erekcj*, nie staje, impotent*, orgazm*, libido, ochoty, pornografi*, porno, masturb*, chlamydi*, rzeżączk*, kiła, kiłę, syfilis, opryszczk*, kłykcin*, hpv, weneryczn*, prep, dziewic*, prawiczek, prawiczkiem, dziewictw*, tabletk* dzień po, pigułk* dzień po, zbliżeni*, współżyci*, współżyj*',
    beside:
      'żona, żoną, mąż, mężem, chłopak*, dziewczyn*, partner*, my, bez zabezpieczenia, zabezpieczeni*, bez, pękła, nie mogę, mi, nie mam, nie uprawiamy, miesięcy, złapałem, złapałam, zaraził*, test, pozytywny, uzależnion*, jeszcze, pierwszy raz, nigdy, sobotę, boli, ból, biorę, były, była, uprawiał*, uprawiamy, nadal, genitaln*',
  },
  {
    category: 'religion',
    word: 'msza, mszę, mszy, kościół, kościoła, kościele, synagog*, meczet*, świątyni, cerkwi, cerkiew, zboru, zbór, nabożeństw*, kaplic*, parafi*, katechez*, bierzmowani*, spowiedź, spowiedzi, spowiadam, wspólnot*, krąg biblijny, oazy, oaza, oazie, neokatechumenat*, chór parafialny, chórze parafialnym, sali królestwa, klasztor*, zakon*, ministran*, lektorem, loży, pielgrzymk*, częstochow*, licheń, medjugorje, rekolekcj*, procesj*, różańc*, komuni*, roratach, scholi',
    beside:
      'chodzę, chodzi, chodzimy, idę, idzie, jeżdżę, byłem, byłam, poszedłem, poszłam, co niedzielę, w niedziele, w niedzielę, w soboty, w piątki, co tydzień, co miesiąc, spowiadam, śpiewam, służę, pomagam, wolontari*, należę, odszedłem, odeszłam, wypisał*, wychowa*, modlę, modlimy, mój tata, moja mama, babcią, babcia, uczę, prowadzę, ksiądz, ksiedza, imam, rabin, pastor, córka, syn, do komunii, w maju, członk*, odmawiam, ochrzczon*',
  },
  {
    category: 'religion',
    word: 'nasz/mój/naszego/mojego/naszym/moim ksiądz/proboszcz/imam/rabin/pastor/spowiednik/guru/księdza/proboszcza/rabina/imama/pastora/spowiednika/księdzem, zostać księdzem, zostać zakonnicą, do seminarium, do klasztoru, do zakonu, śluby zakonne, powołanie, po kolędzie',
    beside:
      'mi, mnie, nam, nas, mówi, powiedział, chcę, chce, chciałem, chciałam, rozmawiał*, rada, udzielił, syn, córka, wstąpi*, iść, mam, przyjm*',
  },
  {
    category: 'religion',
    word: 'boga, bóg, bogu, bogiem, allah*, jezus*, chrystus*, ducha świętego, matki boskiej, matka boska, maryi, biblia, biblię, pismo święte, koran*, tora, torę, ewangeli*, wiara, wiary, wiarę, religia, religii, religijn*, wierząc*, różaniec, pościć, poszczę, wielki post, ramadan*, chanuk*, jom kipur, pesach, szabat*, sabat, hadżdż, mekki, mekce, diwali, koszern*, halal, wieprzowin*',
    beside:
      'wierzę w, nie wierzę, wierzyć, wierzy, już w, utracił*, straciłem, straciłam, tracę, modlę, modlimy, modli, mam, poszczę, pościmy, obchodzę, obchodzimy, przestrzegam, jem, jemy, nie jem, moja wiara, mojej wiary, moja religia, bardzo, głęboko, rodzin*, wychowa*, czytam, uratował*, odnalazł*, nawróc*, wolne, wolny dzień, co wieczór, codziennie, ateist*, ze względu na, odmawiam, wyznan*',
  },
  {
    category: 'religion',
    word: 'ochrzczon*, chrzest, chrzcin*, chrzcić, komunia, komunii, komunię, bierzmowan*, bar micwa, bar micwę, obrzezan*, ślub kościelny, ślub w kościele, chustę, chusta, hidżab*, turban*, kipę, jarmułk*, krzyżyk, medalik, transfuzj*, nawróc*, przeszedłem na, przeszłam na, ekskomunik*, apostazj*, ateist*, ateizm, agnosty*, świadk* jehowy, świadkiem jehowy, były muzułmanin, chrzestn*',
    beside:
      'moja, moje, mój, nasza, nasze, mi, ja, noszę, nosi, córka, córki, syn, dzieci, dziecko, w maju, wielkanoc, odmawiam, islam, judaizm, chrześcijańst*, buddyzm, katolicyzm, religi*, klientka, klient, rodzin*, wychowa*, jestem, muzułm*, zbór, dokonał*, złożył*, nie przyjmuję',
  },
  {
    category: 'politics',
    word: 'pis, pisu, na pis, po, na po, platform*, koalicj* obywatelsk*, konfederacj*, lewic*, razem, trzeci* drog*, psl, hołowni*, polska 2050, polsk* 2050, mentzen*, braun*, tusk*, kaczyńsk*, dud*, trzaskowsk*, nawrock*, zandberg*, biedro*, trump*, zielonych, zieloni, sld, kukiz*, nowoczesn*, partii, partię, partia, skrajn* prawic*, skrajn* lewic*, prawic*, mlodzież wszechpolska, onr',
    beside:
      'głosuję, głosował*, głosować, głos, zagłosował*, oddał*, członk*, należę, zapisał*, wstąpił*, legitymacj*, składk*, kampani*, plakaty, ulotki, radn*, kandyd*, z listy, startuję, sympatyk*, popieram, poparł*, wiec*, zawsze, nikomu, nikt, po kryjomu, wyborc*, działam, koło, młodzieżówk*, wolontari*',
  },
  {
    category: 'politics',
    word: 'demonstracj*, manifestacj*, marsz, marszu, protest, protestu, proteście, protestów, protesty, protestow*, pikiet*, blokad*, strajk kobiet, strajku kobiet, czarny protest, ostatnie pokolenie, ostatniego pokolenia, parad* równości, głodówk*, okupacj*, petycj*, kod u, marsz niepodległości',
    beside:
      'byłem na, byłam na, byłem, byłam, chodzę, poszedłem, poszłam, idę, uczestnicz*, wziąłem udział, wzięłam udział, organizuj*, zatrzymal*, zatrzyman*, policj*, sobotę, niedzielę, przeciw*, dla, w obronie, palestyn*, gaz*, klimat*, ukrain*, aborcj*, rządow*, rasizm*, szef, zdjęci*, widział*, transparent*',
  },
  {
    category: 'politics',
    word: 'lewicow*, prawicow*, lewak*, prawak*, komunist*, socjalist*, anarchist*, marksist*, monarchist*, narodow*, nacjonalist*, ekolog*, feminist*, pacyfist*, antyszczep*, syjonist*, faszyst*, konserwatyw*, konserwatyst*, liberał*, aktywist*, radn*, rady miasta, rady gminy, posłem, posłank*, senator*, burmistrz*, wójt*, opozycjonist*, dysydent*, politycznie, polityczn*',
    beside:
      'poglądy, poglądów, mam, jestem, przekonan*, zagorzał*, mocno, mój ojciec, mój tata, moja mama, mój mąż, moja żona, mój brat, moje, moich, kandyduj*, startuj*, wybran*, prześladow*, emigracj*, azyl*, zwolnił*, zwolnili, rodzin*, działam, działacz*, listy, zielonych, partii, uchodźc*',
  },
  {
    category: 'trade-union',
    word: 'do związku, związek zawodowy, związkiem zawodowym, związki zawodowe, związkow*, związków zawodowych, w związkach, zwiazku zawodow*, solidarnoś*, opzz, sierpień 80, inicjatyw* pracownicz*, znp, ozzl, strajk, strajku, strajki, strajkow*, strajkuj*, strajkowaliśmy, pikiety, układ zbiorowy, rada pracowników',
    beside:
      'zapisał*, zapisać, wstąpił*, należę, członk*, legitymacj*, składk*, przewodnicząc*, delegat*, działacz*, działam, zawodow*, zakładow*, dwa, tygodnie, dni, pensj*, szef, szefowa, firma, firmie, pracodawc*, wybran*, mój, nasz, pomaga, broni, zebrani*, zwolnil*, zwolnion*, koledzy, magazyn*, mamy, założył*, zakładamy, wziąłem, wzięłam, jestem, społecznym inspektorem',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'pochodzeni*, korzeni*, pół, w połowie, rodzice są, moi rodzice, dziadkowie, rodzina, przodk*, narodowoś*, etniczn*, mniejszoś*, krew, imigrant*, uchodźc*, mieszan*, akcent*, skór*, rasizm*, rasist*, wyzw*, legitymuj*, policj*, jestem z',
  },
  {
    category: 'ethnicity',
    word: 'czarna, czarny, czarnoskór*, ciemnoskór*, ciemnej skóry, kolor skóry, koloru skóry, cygan*, rom, romem, romka, romką, romami, uchodźc*, imigrant*, azyl*, rasist*, rasizm*, mulat*, metys*, deportow*, deportacj*, kart* pobytu, mniejszości, repatriant*',
    beside:
      'jestem, jako, kobieta, mężczyzna, bo, jedyn*, moi rodzice, moja rodzina, mój tata, moja mama, wyzw*, nazw*, odmów*, odrzuc*, wniosek, z syrii, z afganistanu, z czeczenii, policj*, wynająć, pracy, obóz, ośrodk*, etniczn*',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gen, genu, geny, genetyczn*, dna, chromosom*, dziedziczn*, mutacj*, huntington*, lynch*, ojcostw*, 23andme, wada genetyczna',
    beside:
      'nosiciel*, nosicielk*, mamie, mama, tata, po mamie, po tacie, odziedzicz*, wadliw*, dodatni, test*, wynik*, badani*, chorob*, rodzin*, nie jest moim ojcem, nie jestem ojcem, przyrodni*, mam, wykry*',
  },
  {
    category: 'criminal',
    word: 'więzieni*, pierdl*, areszt*, areszcie, komend*, sąd, sądu, sądzie, rozpraw*, skazan*, wyrok*, karan*, niekaralnoś*, zawiasy, zawiasach, zawieszeni*, kurator*, dozór, bransolet*, zatrzymal*, zatrzyman*, aresztow*, podejrzan*, oskarżon*, zarzut*, oszustw*, kradzież*, ukradłem, ukradłam, kradłem, kradłam, włamani*, pobici*, rozbój, narkotyk*, dilow*, po pijaku, pod wpływem, przestępst*, prace społeczne, siedziałem, siedziałam, odsiad*, siedział',
    beside:
      'siedziałem, siedziałam, siedział, siedzi, lat, lata, miesięcy, rok, za kradzież, za oszustwo, za jazdę, za, mnie, mi, mój brat, mój syn, mój mąż, mój tata, mój ojciec, mój były, przeciwko mnie, policj*, prokurat*, adwokat*, sędzia, zabrali, wyszedłem, wyszłam, pracy, wczoraj, jestem, byłem, mam, kara, karę, po pijaku',
  },
];
