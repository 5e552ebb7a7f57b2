// Invented sentences in Polish: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const PL: Examples = {
  statements: {
    health: `
W zeszły wtorek usunęli mi woreczek żółciowy
Od roku mam depresję i nikt o tym nie wie
Jak powiedzieć mamie, że mam raka jelita?
Okres spóźnia mi się trzy tygodnie, test wyszedł pozytywny
Straciłam dziecko w dziesiątym tygodniu
Moja babcia ma alzheimera i mnie nie poznaje
Mój tata miał w zeszłym roku udar
Piję za dużo, butelkę wina co wieczór
W czerwcu mam operację kolana
Od dwóch lat biorę antydepresanty
Z badań wynika, że nerki mi siadają
Mój synek jest autystyczny i nie mówi
Prowokuję wymioty po każdym posiłku
Od pół roku nie biorę kokainy, jestem czysty
Mam myśli samobójcze
Mam nadciśnienie i lekarz zmienił mi tabletki
Mój mąż leży na psychiatrii
Staramy się o dziecko od czterech lat, in vitro znowu się nie udało
Kolega przyznał mi się, że ma HIV
mam przepukline kregoslupa i nie moge dzwigac
Wycięli mi macicę, jak miałam 34 lata
U mojego brata znaleźli guza na wątrobie
Noszę aparat słuchowy od dziecka
W metrze dostaję ataków paniki
Cierpię na lęki i bezsenność
Jestem w trzecim miesiącu ciąży, szef nie wie
W poniedziałek zaczynam chemię
Leczę się na nerwicę
Mój siostrzeniec urodził się z wadą serca
Od porodu ciągle płaczę, czy to depresja poporodowa?
Mam stomię i boję się iść na basen
Neurolog podejrzewa u mnie stwardnienie rozsiane
od trzech tygodni mam biegunke i krew w stolcu
Moja mama chce przerwać dializy
Mój brat znowu bierze heroinę
Muszę wyjaśnić szefowej, że opuszczam pracę przez endometriozę
Pan Wilk został przyjęty z zapaleniem płuc
Czasem słyszę głosy, których nikt inny nie słyszy
Zdecydowaliśmy się przerwać ciążę
Biorę Ritalin od liceum
Mojemu tacie amputowali lewą nogę
`,
    'health-at-work': `
Od marca jestem na zwolnieniu lekarskim
Lekarz wypisał mi L4 do końca miesiąca
`,
    'sexual-life': `
Wyszedłem z szafy w święta i ojciec się do mnie nie odzywa
Mój chłopak i ja jesteśmy obaj facetami
Jestem kobietą i zakochałam się w koleżance
Mój syn powiedział mi, że jest gejem
Zdradzam męża od dwóch lat
Jestem trans i chcę zmienić imię
Mój brat i jego mąż chcą adoptować dziecko
W sobotę uprawiałam seks bez zabezpieczenia
Moja córka chodzi z dziewczyną
Złapałem chlamydię
Pokłóciłam się z moją dziewczyną o mieszkanie, rodzice myślą, że to współlokatorka
Chyba jestem lesbijką i moja najlepsza przyjaciółka o tym nie wie
Tata zostawił nas dla innego mężczyzny
Od ośmiu miesięcy biorę testosteron
Przespałam się ze szwagrem
`,
    religion: `
Co niedzielę chodzę z babcią na mszę
Mam ramadan i szef tego nie rozumie
Noszę chustę i klientka mnie wyzwała
Nie wierzę już w Boga i boję się powiedzieć rodzicom
Mój mąż jest muzułmaninem, a ja katoliczką
Moja córka idzie w maju do komunii
Wychowałem się u świadków Jehowy
W soboty chodzimy do synagogi
Co miesiąc chodzę do spowiedzi
Jestem ateistą w bardzo wierzącej rodzinie
Teściowie chcą ochrzcić nasze dziecko, a ja jestem ateistą
Po rozwodzie zostałam buddystką
W piątki zapalamy świece, bo mój mąż jest Żydem
Uczę religii w parafii i straciłam wiarę
`,
    politics: `
Zawsze głosowałem na PO, ale tym razem nie
Głosowałam na Konfederację i nikomu nie mówię
W sobotę byłem na marszu dla Palestyny
Kandyduję na radną z listy Zielonych
Mam mocno lewicowe poglądy i w firmie to nie pasuje
Od trzydziestu lat mam legitymację PSL
Dzieci nie mogą mi wybaczyć, że głosowałam na PiS
Byłam z córką na marszu przeciwko wojnie
`,
    'trade-union': `
Zapisałam się do związku i szef jest wściekły
Jestem przewodniczącym związku zawodowego w magazynie
Strajkowaliśmy dwa tygodnie
We wtorek znowu strajkujemy, a ja nie mam pieniędzy
Związek załatwił mi adwokata
`,
    ethnicity: `
Jestem Romem i nikt nie chce mi wynająć mieszkania
Moi rodzice są z pochodzenia Ukraińcami
Jako czarna kobieta nie jestem słuchana
Jestem Mulatką i babcia nigdy nie zaakceptowała mojej mamy
`,
    genetic: `
Mam mutację BRCA1 po mamie
`,
    criminal: `
Siedziałem dwa lata za oszustwo
Jestem karany i nie mogę znaleźć pracy
Wczoraj zatrzymali mnie za jazdę po pijaku
Dostałem półtora roku za handel marihuaną
`,
    child: `
Moja córka ma 8 lat i nie chce iść do szkoły
Mam 15 lat i rodzice czytają moje wiadomości
`,
  },
  ordinary: `
Pracuję w szpitalu jako sprzątaczka, pomóż mi z CV
Piszę o architekturze kościoła Mariackiego
Mój komputer ma wirusa
Mam dość tego projektu
Potrzebuję balonów na imprezę syna
Jak działa chemioterapia?
Przygotowuję prezentację o islamie
Głosujemy nad nazwą zespołu
Jestem członkiem klubu szachowego
Mój kot ma cukrzycę
Jestem przeziębiony i pracuję z domu
Dziękuję za pozytywną opinię
Jestem uzależniony od tego serialu
Czytam książkę o ruchu robotniczym
Mój brat jest w wojsku
Stresuję się egzaminami
Moi rodzice są po rozwodzie
Gram księdza w przedstawieniu
Wierzę, że mój kod działa
Chodzę codziennie na siłownię
Szukam sali parafialnej do wynajęcia
Kto wygrał wybory?
Mój mecz tenisa jest w sobotę
Modlę się, żeby wdrożenie się udało
Mój chłopak i ja jedziemy do Wiednia
Migruję bazę danych na nowy serwer
Bateria mi się szybko rozładowuje, co robić?
Zakochałam się w tych butach
Potrzebuję stroju zakonnicy na wieczór panieński
Zawsze spóźniam się na ostatni autobus
Bank zablokował mi kartę
Nasz chór śpiewa kolędy w galerii handlowej
Dostałem złą paczkę
Waham się między dwiema ofertami pracy
Streść moje notatki o rewolucji francuskiej
W tym miesiącu krucho u mnie z kasą
Szef chce, żebym poprowadził projekt
Zepsułem builda
Lekarz poradził mi pić więcej wody
Co rano piję kawę
Zrobiłem test dwa razy i zdałem
Test wyszedł pozytywnie i scaliłem swoją gałąź
Zwiedziliśmy meczet w Stambule i byłam zachwycona
W co mam się ubrać na ślub kościelny koleżanki?
Moje dzieci wierzą w Świętego Mikołaja
Głosowałem za pizzą, ale jedliśmy sushi
Mój lewy but jest za mały
Skręć w lewo, mój dom jest po prawej
Ukradli mi telefon
Jestem na wpół śpiący
Rozstałem się ze swoją dziewczyną
Obchodzimy z mężem rocznicę ślubu
Spałam przy otwartym oknie
Napisz scenę, w której mężczyzna mówi matce, że ma raka
Pracuję w fundacji, która pomaga chorym na alzheimera
Jestem pielęgniarką i potrzebuję grafiku
Jestem nauczycielem religii i szukam quizu o judaizmie
Badam związki zawodowe w międzywojniu
Portal naszego szpitala zwraca błąd 500
Dzięki Bogu mój egzamin się skończył
O Boże, zapomniałam kluczy
Mój dziadek był na wojnie
Moja firma sprzedaje pompy insulinowe, napisz reklamę
Zakochałem się w tym mieście
Smażę wątróbkę z cebulą
Moja drużyna znowu przegrała
Zdałem prawo jazdy
Po pracy jestem zmęczony
Po weekendzie wracam do biura
Mam okres próbny w nowej pracy
Mam nowy post na blogu
Zdałam prawo jazdy, mam je od wczoraj
Mam dość manipulacji szefa
Moja czarna sukienka się skurczyła
Mój proces nie startuje
`,
};
