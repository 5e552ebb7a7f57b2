// Invented sentences in English: what people tell in confidence, and what only sounds like it. Vocabulary and grammar
// were widened until they met these.
import type { Examples } from '../examples.ts';

export const EN: Examples = {
  statements: {
    health: `
Been on sertraline since uni and still crying every day tbh
The scan showed a shadow on my lung and they want a biopsy
My mum's dementia is getting worse and I can't cope
I'm having my gallbladder out next Tuesday, how do I tell my manager?
Had my appendix removed in March and the wound won't heal
My period is three weeks late and the test came back positive
I lost the baby at 11 weeks
We've been trying for a baby for four years and the second round of IVF failed
How do I tell my mother that I have bowel cancer?
My blood results came back and my kidneys are failing
I've been self-harming again since the divorce
My dad had a triple bypass last year
I wear a hearing aid and the interviews on Zoom are a nightmare
My daughter has been diagnosed as coeliac
I can't stop drinking, I get through two bottles of wine a night
I'm three months clean off cocaine
My husband is in a psychiatric ward after trying to take his own life
I suffer from crippling anxiety and get panicky on the bus
One of my colleagues told me he's HIV positive
My fibromyalgia flares up whenever I'm stressed
I inject myself with Humira every two weeks
I've got a slipped disc and can't lift anything
my sister has an eating disorder and weighs 40 kilos
I had a hysterectomy at 34
I was told I'm going blind in my left eye
I have had epilepsy since I was a kid and take lamotrigine
The doctors found a tumour in my brother's liver
I am going through the menopause and can't sleep
The patient reports suicidal thoughts and was started on quetiapine
My little boy is autistic and non-verbal
I take the pill for my PCOS
I need a letter for my boss because I start radiotherapy on Monday
I was in rehab twice for heroin
My cholesterol is sky high and the doc put me on statins
My knee replacement is scheduled for June
I'm deaf in one ear
I've just found out I'm expecting and I haven't told my flatmates
My nephew was born with a cleft palate
They want to put my mum on dialysis and she refuses
I have a stoma bag and I'm terrified of swimming with friends
My psychiatrist wants to switch me from olanzapine to something else
I've had tinnitus for six years and silence scares me
my hubby's prostate thing turned out to be cancer
I'm in my third week of methadone and feel sick all day
I need to explain to HR that my absences were due to endometriosis
My sister had a stillbirth in October, what should I write to her?
Ever since the crash I can't feel my legs
I'm bulimic and my dentist noticed my teeth
The specialist says my son will need insulin for the rest of his life
My dad's been sober for 90 days
I keep having panic attacks before meetings
Mr Ellis was admitted with pneumonia and is on oxygen
`,
    'health-at-work': `
I've been signed off work for six weeks with stress
I'm on long-term sick leave since my back operation
My GP gave me a sick note until the end of the month
`,
    'sexual-life': `
My boyfriend and I are both men and our landlord is weird about it
I'm a guy and I've fallen in love with my best mate, he doesn't know
My wife doesn't know that I sleep with men
I came out to my parents at Christmas and it went badly
My son told me he's gay
I'm transitioning and want to change my name at work
My pronouns are they/them since I came out as non-binary
I cheated on my husband with a colleague
I think I'm asexual
My brother and his husband want to adopt
I'm a woman married to a woman and HR keeps writing Mr
I had unprotected sex with a stranger last weekend
I can't get it up with my wife any more
I am on Grindr and my boss saw my profile
I've been having an affair for two years
My daughter is dating a girl
We go to a swingers club once a month
I caught chlamydia from my ex
I've realised that I like girls and I'm scared to tell my best friend
My dad left us for another man
I've been on testosterone for eight months
My girlfriend and I are moving in together, I'm a girl, and my gran thinks we're roommates
I slept with my brother-in-law at the wedding
`,
    religion: `
We go to synagogue every Saturday
I go to Mass on Sundays with my nan
I was raised Mormon but left the church at 19
I'm fasting this month, how do I explain that to my shift lead?
I wear a hijab and a customer insulted me
I don't believe in God any more and can't tell my dad, he's a pastor
My husband is Hindu and I'm Catholic, how do we plan the wedding?
My kids are being baptised in May
I pray five times a day and need a room at work
I keep kosher so what can I eat in Prague?
I'm studying to become a rabbi
Our imam said that I should forgive my brother
I am an atheist in a very religious family
I said my rosary every night when mum was ill
As a Jehovah's Witness I can't accept the transfusion
I did the hajj with my father in 2019
My in-laws insist that our baby gets christened but I'm an atheist
I teach Sunday school and I've stopped believing
We light the candles every Friday night because my husband is Jewish
I became a Buddhist after my divorce
I wear a turban, can my employer make me take it off?
`,
    politics: `
I voted Labour all my life but not this time
I'm standing for the council as a Green
I was at the Palestine demo on Saturday and my boss saw the pictures
I'm a card-carrying member of the Communist Party
I've been knocking on doors for the Lib Dems
My father is a fervent Brexiteer and we don't talk
I got arrested at an Extinction Rebellion protest
I lean far right but nobody at work knows
My wife is a councillor for the SNP
I've been a paid-up Tory for thirty years
I got kettled at the anti-war march with my daughter
I voted Leave and my kids won't forgive me
`,
    'trade-union': `
I joined Unite last month and my manager is furious
I'm the union rep for our warehouse
We went on strike for two weeks and I lost pay
My union is helping me with the grievance
My union rep says I should file a grievance
We're striking again next Tuesday and I can't afford it
`,
    ethnicity: `
I'm half Nigerian and people always ask where I'm really from
My parents are Roma and we were moved on again
As a black woman in tech I get talked over
My grandparents were Jewish refugees from Vienna
I'm a Sikh lad from Punjab, people in the village stare
I'm mixed race and my nan never accepted my mother
`,
    genetic: `
I carry the BRCA1 mutation like my mother
My DNA test says I'm not my dad's son
`,
    criminal: `
I spent two years in prison for fraud
I was arrested for drink driving last night
I have a criminal record and can't find work
My brother was convicted of assault
I did eighteen months for dealing weed
`,
    child: `
My daughter is 8 and refuses to go to school
I'm 15 and my parents read my messages
`,
  },
  ordinary: `
The hospital IT system crashed again and I had to restart it
I'm writing about the architecture of the church of St. Mary
Can you strike through the second line in my document?
I need party balloons for my son's birthday
Thanks for the positive feedback on my pull request
My union type in TypeScript does not narrow
I'm sick of this project
I'm dying to see the new film
My laptop has a virus and I can't open anything
I work in a hospital as a cleaner, write my CV
I'm blind to what my readers want, help me edit
My code is pregnant with bugs lol
My boss is allergic to meetings
I joined the party late and missed the cake
We're voting on the name of our band
I go to the gym every morning
I have been fired and need a reference
My doctor's appointment was moved, write a polite reply
I attend a lecture on the history of Islam
I'm reading a book about the labour movement
Help me with my essay on depression in modern literature
I play a priest in our school play
The patient scheduler job failed for my tenant
My therapist character in the novel needs a name
I converted my savings to euros
I converted the file to PDF and it broke
My mass spectrometer needs calibration
We organise a strike-slip fault excursion
I have to pray that the deploy works
My cat has diabetes, what should I feed her?
My plant looks sick
I am addicted to this series
I'm in the middle of a migration to the new database
My origin header is wrong in the request
I'm a member of the gym and want to cancel
I'm a member of the chess club
My cell has no signal
How does chemotherapy work?
Who won the election?
I teach a course on genetics and need a quiz
My brother is in the army
I race on weekends
I'm looking for a church hall to rent for my party
My parents are divorced and I live with my dad
I can't sleep because of the neighbours
I'm stressed about my exams
I have a cold and will work from home
My tooth fell out of my zip, where can I have it repaired?
Translate: "Le syndicat des copropriétaires vote demain"
I am orthodox about tabs versus spaces
My conviction is that tests pay off
My phone's battery is dying, how do I save power?
I have a crush on the new barista
I need a costume for a nun-themed hen party
My nan's recipe calls for liver and onions, what can I use instead?
I keep missing the last bus home
My manager wants me to lead the migration project
I'm torn between two job offers
Our choir sings Christmas carols at the shopping centre
I was delivered the wrong parcel
My bank blocked my card abroad
I'm on a strict budget this month
I broke the build with a typo
I left my umbrella at the polling station of the book club
My daughter's school play is about Joan of Arc
Could you summarise my notes on the French Revolution?
I had a terrible headache after the standup meeting
My doctor told me to drink more water
I can't stop laughing at this video
My back end team is failing the build again
We lost the baby photos when the disk died
I drink coffee every night while coding
My sister weighs the flour before baking
I quit my job last week and feel great
I took the test twice and passed with full marks
The test came back green, so I merged my branch
My heart belongs to the city of Naples
I was blown away by the cathedral when we went there on holiday
We visited a mosque in Istanbul and I loved the tiles
Can I wear a green dress to a church wedding as a guest?
I celebrate my birthday in a pub
My kids believe in Santa Claus
I went to the rally stage in Finland to see the cars
My team leads the poll on which framework to use
Our candidate for the backend role has a second interview
I voted for pizza but we got sushi
I'm running for the bus every morning
My left shoe is too small and the right one is fine
I turned left at the Green Park station
My union of two queries returns duplicates
The court next to my house is booked for tennis on Saturday
I was sentenced to doing the dishes tonight
My cell phone was stolen
I was caught in the rain
I need a cell formula for my spreadsheet
My gene expression plot looks wrong
I am half asleep
My parents are from Birmingham and I grew up there
We're a couple with two kids and a dog
My girlfriend and I broke up
My husband and I are planning our tenth anniversary
I'm a man of few words
I came out of the meeting with three new tasks
I slept with the window open
I love my best friend, help me write a toast for her wedding
My wife and her girlfriends are going to Spain
I had an affair with chocolate, my waistline says
Write a scene in which a man tells his mother that he has cancer
I work for a charity that helps people with dementia
My company sells insulin pumps, write a product text
I'm a nurse on the oncology ward, draft a shift plan
I'm a lawyer and my client needs a contract template
I'm a religion teacher and need a quiz on Judaism
I'm researching trade unions in the 1920s for my thesis
Our hospital's patient portal throws a 500 error
My pregnancy app idea needs a name
I translate leaflets about diabetes
I'm writing a thriller in which my heroine goes to prison
My grandfather fought in the war
I pray you are well
Thank God my exam is over
Oh my God, I forgot my keys
Jesus, my code is slow
I confirmed my booking and still got no ticket
My terminal shows garbage after the update
I like bacon with my eggs
I have to abort my deployment
I terminate my contract at the end of May
My daughter wants a veil for her princess outfit
We take the train in the morning before work
I'm in court number four at the tennis club
My friend is a priest in the game we play
I drink too much coffee
My boss says the union budget is late
`,
};
