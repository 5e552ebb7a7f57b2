// English pairs of words that tell something together.
import type { Pair } from '../vocabulary.ts';

const NATIONS =
  'algerian, moroccan, tunisian, egyptian, nigerian, ghanaian, kenyan, somali, ethiopian, eritrean, sudanese, congolese, senegalese, cameroonian, jamaican, trinidadian, haitian, cuban, dominican, mexican, colombian, brazilian, peruvian, bolivian, indian, pakistani, bangladeshi, sri lankan, nepali, afghan, iranian, persian, iraqi, syrian, lebanese, turkish, chinese, taiwanese, vietnamese, korean, japanese, filipino, filipina, thai, indonesian, malay, polish, romanian, bulgarian, albanian, serbian, bosnian, ukrainian, russian, chechen, armenian, georgian, cypriot, greek, maltese, arab, african, asian, caribbean, punjabi, gujarati, bengali, kashmiri, yoruba, igbo, hausa, zulu, cherokee, navajo, sioux, lakota, jewish, romani, cape verdean, angolan';

export const PAIRS_EN: readonly Pair[] = [
  {
    category: 'health',
    word: 'gallbladder, gall bladder, womb, uterus, ovary, ovaries, prostate, tonsils, spleen, pancreas, kidney, kidneys, liver, bowel, bowels, colon, lungs, lung, bladder, cervix, cervical, retina, cornea, cataract*, thyroid, gallstones, kidney stones, appendix, testicle, testicles, breast, breasts, ovarian, intestine*, oesophagus, esophagus, pelvis, vertebra*, meniscus, cruciate, tendon, aorta, artery, arteries',
    beside:
      'removed, remove, removal, out, taken out, cut out, surgery, surgeon, operat*, operation, failing, fail, failed, failure, damaged, damage, bad, weak, transplant*, stones, infection, infected, inflamed, inflammation, disease, lump, shadow, spot, mass, results, scan, ultrasound, biopsy, doctor, doctors, consultant, hurts, pain, painful, torn, ruptured, burst, enlarged, swollen, prolapse, donor, blocked, cyst, stent, screening, smear, cells, problem, problems',
  },
  {
    category: 'health',
    word: 'surgery, surgeries, operated on, operation, biopsy, mri, ct scan, ultrasound, x ray, endoscopy, replacement, bypass, stent, implant, implants, transplant, keyhole, keyhole surgery, amputat*, surgeon, anaesthetic, anesthetic, physio, physiotherapy, cortisone shot',
    beside:
      'knee, knees, hip, hips, heart, back, eye, eyes, shoulder, neck, spine, brain, breast, hand, wrist, foot, ankle, leg, arm, ear, nose, throat, stomach, chest, doctor, hospital, recover*, recovering, recovery, scheduled, monday, tuesday, wednesday, thursday, friday, next week, triple, double, my surgery, had surgery, have surgery, having surgery, need surgery, undergoing, waiting list, consultant, nhs, after my, before my, emergency',
  },
  {
    category: 'health',
    word: 'bloods, blood test*, blood results, blood work, test results, my scan, the scan, brain scan, smear test, ct scan, mri, lab results, mammogram, ecg, ekg, colonoscopy, ultrasound, screening',
    beside:
      'came back, come back, showed, shows, show, found, abnormal, positive, results, result, worried, doctor, consultant, hospital, oncologist, waiting for, tumour, tumor, lump, shadow, spot, high, low, anaemic, kidneys, liver, thyroid, hiv, std',
  },
  {
    category: 'health',
    word: 'period, periods, overdue, pregnancy test, two lines, second line, faint line, my cycle, ovulat*, morning sickness, due date, midwife, 12 week scan, 20 week scan',
    beside:
      'late, missed, overdue, positive, pregnant, heavy, painful, irregular, stopped, test came back, weeks late, baby, twins, expecting, due in, due on, midwife, scan, conceive, trying',
  },
  {
    category: 'health',
    word: 'lost the baby, lost our baby, lost my baby, lost a baby, lost the twins, losing the baby, trying for a baby, try for a baby, tried for a baby, trying to conceive, can t conceive, can t have children, can t have kids, unable to have children, keep the baby, get rid of the baby, sperm count, donor eggs, egg donor, sperm donor, insemination, froze my eggs, freeze my eggs, frozen embryos, embryo, embryos, ovarian reserve, gave birth, giving birth, c section, caesarean, breastfeeding, postpartum, stillborn, expecting our, expecting my, expecting twins, expecting a, having a baby',
    beside: 'i, we, my, our, weeks, months, years, pregnancy, baby, husband, wife, partner, clinic, doctor, child',
  },
  {
    category: 'health',
    word: 'drinking, drink, booze, vodka, whisky, whiskey, wine, beers, alcohol, hungover, binge drink*, bottle of wine, bottles of wine, aa, on the wagon, dry out, withdrawals',
    beside:
      'too much, can t stop, cannot stop, couldn t stop, every night, every day, every evening, a night, a day, quit, give up, gave up, giving up, stop drinking, stopped drinking, hide, hiding, secretly, in the morning, before work, on the job, problem, heavily, blackout, blackouts, shakes, relapsed, relapse, sober, detox, rely on, depend on, meetings, sponsor',
  },
  {
    category: 'health',
    word: 'cocaine, coke, heroin, crystal meth, meth, ketamine, weed, cannabis, marijuana, opioids, opiates, fentanyl, oxy, percocet, xanax, speed, mdma, ecstasy, crack, pills, painkillers, codeine, benzos, drugs, needles, gambling, betting, slot machines, online casino, porn',
    beside:
      'clean, clean from, clean off, off, quit, stopped, stop taking, took too many, taking too many, using, smoke, smoked, smoking, addict, addicted, addiction, addict*, hooked on, habit, relapsed, relapse, snort, snorted, snorting, inject, injected, injecting, every day, every night, withdrawal, withdrawals, detox, overdosed, dependent, can t stop, rehab, sell my body, to cope, gambled away, lost everything, debts, sober',
  },
  {
    category: 'health',
    word: 'clean and sober, sober, months clean, weeks clean, years clean, days clean, year clean, stayed clean, been clean, sobriety, got clean, getting clean, relapsed, relapse, rehab, detox, recovery meeting, twelve step, 12 step, narcotics',
    beside:
      'i, m, ve, my, days, months, weeks, years, since, year, for, again, brother, sister, son, daughter, dad, mum',
  },
  {
    category: 'health',
    word: 'throw up, throwing up, vomit, vomiting, vomited, make myself sick, making myself sick, purge, purging, binge, bingeing, binging, laxatives, starve myself, starving myself, starved myself, calories, my weight, weigh, weighs, weighed, stopped eating, not eating, doesn t eat, won t eat, refuses to eat, ate nothing, fingers down',
    beside:
      'meal, meals, eating, eat, food, dinner, after, kilos, kg, pounds, stone, lbs, throat, 300, 400, 500, 600, 800, anorex*, bulimi*, in secret, secretly, toilet, underweight, bmi, hospital, skin and bones, scared',
  },
  {
    category: 'health',
    word: 'end it all, ending it all, end my life, ending my life, take my own life, took his own life, took her own life, taking my own life, take his own life, take her own life, killed himself, killed herself, want to die, wanted to die, wish i was dead, wish i were dead, better off dead, better off without me, don t want to live, not want to live, no reason to live, don t want to be here any more, don t want to be here anymore, tired of living, noose, jump off, jumped off, hang myself, hanged himself, hanged herself, slit my wrists, cut my wrists, overdose, took all my pills, hurt myself, hurting myself, harm myself, self harm, razor',
    beside:
      'i, m, me, my, brother, sister, son, daughter, dad, mum, friend, husband, wife, bridge, train, cutting, thighs, arms, pills, tablets',
  },
  {
    category: 'health',
    word: 'medication, medications, meds, tablets, dose, dosage, prescription, prescribed, injections, infusion, infusions, side effects, steroids, antibiotics, blood thinners, beta blockers, statins, antihistamines, contraceptive pill, contraception, the pill, hrt, drip, chemo, immunotherapy, radiotherapy, radiation',
    beside:
      'doctor, gp, psychiatrist, consultant, specialist, take, takes, taking, took, prescribed, put me on, put him on, put her on, upped, increase*, lowered, chang*, my dose, my meds, for my, for his, for her, came off, come off, coming off, off my, forgot my, twice a day, every day, daily, cycle, round, session, hospital, condition, illness, allergic, start, starts, starting, started, finish*',
  },
  {
    category: 'health',
    word: 'lump, bleeding, blood in my, dizzy spells, dizziness, faint, fainted, fainting, palpitations, numbness, numb, seizure, fit, blackouts, chest pain, chest pains, rash, discharge, shortness of breath, coughing up, migraine, flare up, flare ups, flares up, tremor, trembling, memory loss, forgetful, hearing loss, vision loss, double vision, ringing in my ears, swollen, abscess, cyst, wound, infection, limp, hot flushes, night sweats, hair loss, fracture, fractured, broken leg, broken arm, broken hip, broke my, broke his, broke her, collapsed, diarrhoea, constipat*, haemorrhoids, hemorrhoids, piles, stitches',
    beside:
      'doctor, gp, hospital, a e, emergency, er, breast, chest, leg, arm, hip, ankle, wrist, foot, back, armpit, neck, groin, stool, urine, my left, my right, weeks, months, stress, stressed, operation, surgery, heal, healed, collapsed at, diagnosed, my mum, my dad, my son, my daughter, ambulance, since',
  },
  {
    category: 'health',
    word: 'can t walk, cannot walk, unable to walk, crutches, walking stick, walking frame, zimmer, carer, care home, nursing home, hospice, palliative, terminally, terminal cancer, dying of, died of, months to live, intensive care, icu, hospital ward, psych ward, mental hospital, psychiatric, sectioned, life support, coma, paralysed, paralyzed, prosthetic, artificial leg, guide dog, lost my leg, lost his leg, lost her leg, lost my sight, losing my sight, going blind, going deaf, losing my hearing, lost my hearing, deaf in, blind in, stammer, stutter, tourettes, special needs, sign language, disabled, disability',
    beside:
      'i, m, me, my, mum, mom, dad, husband, wife, son, daughter, brother, sister, father, mother, nan, grandma, grandad, since, after, accident, stroke, ear, eye, left, right, badge, benefit, benefits, pip, child, kid',
  },
  {
    category: 'health',
    word: 'crying every day, cry every day, can t get out of bed, breakdown, burned out, burnt out, burning out, nervous wreck, panic, panicking, panicky, panics, anxious, depressed, hopeless, numb inside, intrusive thoughts, compulsions, obsessive thoughts, hear voices, hearing voices, paranoid, paranoia, mania, manic, hallucinat*, dissociat*, trauma, traumatised, traumatized, flashbacks, counselling, counsellor, therapist, therapy, psychologist, psychiatrist, psychiatric, shrink, cbt, emdr',
    beside:
      'attack, attacks, anxiety, depression, gp, doctor, prescribed, weekly, every week, session, sessions, see a, seeing a, saw a, go to, going to, in therapy, told my, my therapist, says, said, since, after the, after my, off work, episode, diagnosed, suffer, suffering, suffers, on the bus, on the tube, childhood, abuse, assault, rape',
  },
  {
    category: 'health',
    word: 'dementia, alzheimers, alzheimer s, parkinsons, cancer, leukaemia, leukemia, diabetes, epilepsy, asthma, coeliac, adhd, autistic, autism, aspergers, dyslexic, dyslexia, hiv, hepatitis, copd, crohns, colitis, arthritis, eczema, psoriasis, menopause, perimenopause, endometriosis, cholesterol, blood sugar, insulin, anaemia, anaemic, tumour, tumor, cyst, aneurysm, angina, heart attack, stroke, mini stroke, hernia, sciatica, slipped disc, scoliosis, fibroids, pneumonia, tuberculosis, covid, sepsis',
    beside:
      'mum, mom, dad, mother, father, son, daughter, brother, sister, husband, wife, partner, nan, grandma, grandad, grandmother, grandfather, uncle, aunt, cousin, boyfriend, girlfriend, colleague, going through, my, diagnos*, told me, suffer*, struggl*, living with, died, survivor, survived, remission, spread, stage, doctors found, found a, i ve, i m, sky high, worse, getting worse, back',
  },
  {
    category: 'health-at-work',
    word: 'signed off, sick note, sick leave, sick pay, off sick, medical certificate, doctor s note, fit note, occupational health, phased return, light duties, long term sick, medical leave, stress leave, statutory sick, disability leave, incapacity, injured at work, hurt at work, accident at work, fmla',
    beside:
      'i, m, ve, me, my, he, she, weeks, months, until, since, work, manager, boss, gp, doctor, colleague, with stress',
  },
  {
    category: 'sexual-life',
    word: 'boyfriend and i, boyfriend and me, husband and i, husband and me, girlfriend and i, girlfriend and me, wife and i, wife and me, partner and i, partner and me, fiance and i, fiancee and i, both men, both women, both guys, both girls, two men, two women, two guys, two girls, two mums, two moms, two dads, two mothers, two fathers, same sex, another man, another woman, another guy, another girl',
    beside:
      'both men, both women, both guys, both girls, both blokes, two men, two women, two guys, two girls, couple, gay, lesbian, lesbians, as two men, as two women, in love with, married to, dating, sleeping with, kissed, living with, relationship, marry, marriage, adopt, wedding, raised by, grew up with, i m a guy too, boyfriend and i, boyfriend and me, husband and i, girlfriend and i, wife and i, partner and i',
  },
  {
    category: 'sexual-life',
    word: 'i m a guy, i m a man, i am a man, i m a woman, i am a woman, i m a girl, i m a bloke, i m a dude, i m a boy, as a man, as a guy, as a woman, as a bloke, as a girl, im a guy, im a girl, im a man, im a woman, i m male, i m female, male here, female here, myself a woman, myself a man',
    beside:
      'his boyfriend, my boyfriend, my husband, married to a man, married to a woman, dating a man, dating a woman, dating a guy, dating a girl, my girlfriend, my wife, in love with my best mate, fallen in love, fall in love, best mate, crush on, with a man, with a woman, with men, with women, like men, like guys, like girls, like women, fancy men, fancy women, fancy girls, fancy blokes, love a man, love a woman',
  },
  {
    category: 'sexual-life',
    word: 'his husband, his boyfriend, her wife, her girlfriend',
    beside:
      'my brother, my son, my dad, my father, my uncle, my cousin, my friend, my grandson, my nephew, my colleague, my boss, my manager, my best friend, my flatmate, my roommate, my neighbour, my neighbor, my ex, my sister, my daughter, my mum, my mom, my mother, my aunt, my niece, my teacher, john',
  },
  {
    category: 'sexual-life',
    word: 'is dating a girl, dating a girl, dating a woman, going out with a girl, in love with a girl, married to a woman, married a woman, living with a woman, kissed a girl, has a girlfriend, has a girl friend, girlfriend, wife',
    beside:
      'my daughter, my sister, my mum, my mom, my niece, my aunt, i m a woman, as a woman, i m a girl, woman married, my granddaughter, she s',
  },
  {
    category: 'sexual-life',
    word: 'is dating a boy, dating a man, dating a guy, going out with a boy, in love with a man, married to a man, married a man, kissed a boy, has a boyfriend, boyfriend',
    beside:
      'my son, my brother, my dad, my nephew, my uncle, i m a man, as a man, i m a guy, man married, my grandson, he s got a',
  },
  {
    category: 'sexual-life',
    word: 'came out, come out, coming out, outed me, outed, closet, transition, transitioning, transitioned, deadname, pronouns, binder, hormones, testosterone, estrogen, oestrogen, hrt, gender, gender clinic, gender identity, cross dressing, drag, trans, transgender, nonbinary, non binary, gay, lesbian, bi, bisexual, queer, homosexual',
    beside:
      'parents, mum, mom, dad, family, wife, husband, boss, at work, colleagues, christmas, told me, told us, told my, as gay, as trans, as bi, as lesbian, as non binary, as nonbinary, change my name, my name, new name, they them, born a man, born a woman, born male, born female, started, start, on hormones, he s, she s, son, daughter, think i m, think i might be, might be, realised, realized, know that i m, i ve always known, feel like a woman, feel like a man, body, in secret, secretly, bar, club, couple, marriage, dysphoria, surgery, partner',
  },
  {
    category: 'sexual-life',
    word: 'affair, affairs, cheated, cheating, cheat on, cheats on, unfaithful, infidelity, one night stand, hooked up, hook up, hookup, sexting, nudes, slept with, sleeping with, sleep with, sleeps with, sugar daddy, sugar baby, escort, escorts, brothel, prostitute, strip club, massage parlour, tinder, bumble, feeld, dating app, fwb, friends with benefits, mistress, lover, threesome, swingers, open relationship, orgy, kink, kinky, dominatrix, sadomasochis*, spank*',
    beside:
      'husband, wife, boyfriend, girlfriend, partner, fiance, boss, colleague, married, secret, secretly, years, months, my, i ve been, i had, we had, stranger, hotel, men, women, guys, girls, best friend, ex, behind his back, behind her back, on my husband, on my wife, last night, last weekend, paid, photos, sent, couples, club',
  },
  {
    category: 'sexual-life',
    word: 'sex, condom, condoms, erection, erections, get it up, impoten*, orgasm, orgasms, libido, sex drive, porn, masturbat*, chlamydia, gonorrhoea, gonorrhea, syphilis, herpes, genital warts, hpv, crabs, std, sti, prep, virgin, virginity, intimate, in bed, morning after pill, aroused, turned on, vibrator, dildo, anal, oral',
    beside:
      'wife, husband, boyfriend, girlfriend, partner, we, unprotected, without, broke, split, can t, couldn t, haven t had, never had, no sex, stopped having, don t have, lost my, low, no longer, ex, caught, gave me, from my, got, tested, positive, addicted, addiction, my sex, marriage, love life, hurts, painful, first time, last weekend, stranger, still a, years, on prep, together',
  },
  {
    category: 'religion',
    word: 'synagogue, shul, mosque, temple, gurdwara, chapel, church, mass, vespers, cathedral, parish, bible group, bible study, bible class, sunday school, prayer group, prayer meeting, prayer circle, kingdom hall, confession, choir, congregation, house group, alpha course, evensong, altar server, acolyte, retreat, monastery, ashram, sangha, meditation centre, coven, lodge',
    beside:
      'go to, goes to, going to, went to, every sunday, every saturday, every friday, every week, sundays, saturdays, fridays, on sunday, attend, attends, attended, attending, we go, each week, stopped going, sing in, sings in, sing at, serve at, serve in, volunteer, help out, teach at, confessed, priest, vicar, pastor, my local, our local, belong to, member, joined, left the, quit the, raised in, grew up in, brought up in, was raised, as a kid, elder, deacon, pray, tithe, mum drags',
  },
  {
    category: 'religion',
    word: 'rabbi, imam, priest, vicar, pastor, mullah, guru, monk, nun, deacon, bishop, confessor, chaplain, missionary, catechist, lay preacher, preacher, lama, elders',
    beside:
      'our/my/his/her rabbi/imam/priest/vicar/pastor/minister/mullah/guru/deacon/bishop/chaplain/confessor, become a, becoming a, to become, training to be, ordained, wants to be, is a, told me, told us, said, married us, blessed, counselling, confessed, talk to, talked to, spoke to, dad is a, father is a, husband is a, church, mosque, synagogue, parish, community, faith',
  },
  {
    category: 'religion',
    word: 'god, allah, jesus, christ, holy spirit, virgin mary, our lady, bible, quran, koran, scripture, torah, talmud, gospel, faith, religion, religious, prayer, prayers, rosary, lent, ramadan, eid, passover, pesach, hanukkah, rosh hashanah, diwali, vaisakhi, vesak, navratri, yom kippur, sabbath, shabbat, iftar, suhoor, zakat, umrah, hajj, pilgrimage, lourdes, mecca, camino',
    beside:
      'believe in, believe, believed, don t believe, stopped believing, lost my, losing my, lost her, lost his, pray, prays, praying, prayed, fast, fasting, fasts, observe, observes, celebrate, celebrates, celebrating, keep, keeping, my faith, my religion, our religion, very religious, deeply religious, read the, reading the, study, saved me, found, convert, converted, gave my life, baptised, worship, sins, sin, in a very, raised, family is, my family, went on, did the, for my faith, off for, time off, day off, break my fast, breaking my fast, said my, say my, every night, every morning, five times',
  },
  {
    category: 'religion',
    word: 'baptised, baptized, baptism, christened, christening, communion, bar mitzvah, bat mitzvah, bris, circumcised, circumcision, nikah, confirmation class, godparents, church wedding, religious wedding, headscarf, hijab, niqab, abaya, turban, kippah, kippa, yarmulke, skullcap, crucifix, kirpan, sheitel, kosher, halal, fasting, fast for, fasting for, pork, blood transfusion, ordained, reverted to islam, deconverted, excommunicated, disfellowshipped, shunned, atheist, agnostic, ex muslim, ex jehovah s, ex mormon, lapsed catholic',
    beside:
      'my, our, i, m, we, wear, wears, wearing, daughter, son, kids, child, baby, in may, at easter, religion, religious, church, mosque, faith, keep, eat, don t eat, because of my, refuse, as a, judaism, islam, christianity, catholicism, buddhism, hinduism, marry, wife s, husband s, month, this month, today',
  },
  {
    category: 'politics',
    word: 'labour, tory, tories, conservatives, lib dem, lib dems, liberal democrats, greens, the greens, reform uk, ukip, snp, plaid, plaid cymru, dup, sinn fein, brexit party, republicans, democrats, republican, democrat, trump, biden, harris, obama, bernie, sanders, maga, gop, libertarian, corbyn, starmer, sunak, farage, johnson, macron, le pen, afd, communist party, socialist party, momentum, dsa, brexit, remain campaign, leave campaign, yes campaign, independence, ballot, far left, far right, left wing, right wing, hard left, hard right, alt right, antifa, tea party',
    beside:
      'vote, voted, voting, voter, votes, ballot, canvass*, campaign, campaigned, campaigning, door, doors, leaflets, leafleting, member, membership, joined, join, donated, donate, donation, support, supporter, supporters, party card, paid up, lifelong, card carrying, branch, councillor, candidate, standing for, stand for, ran for, running for, secretary, chair, treasurer, activist, volunteer, volunteered, phone bank*, knocking, lean, leaning, politically, views, family, all my life, always been a, used to be, i m a, hide it, never tell, conference, rally, fundrais*, delegate, elected',
  },
  {
    category: 'politics',
    word: 'demo, protest, protests, protested, protesting, protester, demonstration, demonstrations, rally, picket, march against, march for, marched, sit in, blockade, die in, climate strike, extinction rebellion, just stop oil, insulate britain, palestine, blm, black lives matter, pride march, women s march, occupy, petition, boycott, banner, kettled, encampment, hunger strike',
    beside:
      'i was at, was at, went to, went on, go to, going to, took part, take part, joined, organis*, organiz*, arrested, police, saturday, sunday, against, government, climate, palestine, gaza, ukraine, war, abortion, racism, trump, brexit, my boss saw, saw me, photo, pictures, we marched, i marched, in front of parliament, glued, banner, chained, held up, with my',
  },
  {
    category: 'politics',
    word: 'politically, political, politics, parliament, councillor, city council, mayor, mp, senator, activist, activism, ideology, far right, far left, left wing, right wing, socialist, communist, marxist, anarchist, feminist, monarchist, republican, nationalist, unionist, conservative, libertarian, pacifist, zionist, anti vax, anti vaxxer, pro life, pro choice, conspiracy',
    beside:
      'i lean, lean, leaning, my views, my opinions, my beliefs, views, convictions, i am a, i m a, a fervent, a committed, a staunch, a lifelong, convinced, to the left, to the right, standing for, stand for, running for, run for, elected, candidate, member of, active in, got into, my father is, my husband is, my wife is, my brother is, my dad is, my mum is, became a, family of, exile, persecuted, asylum, refugee, fired for, because of my',
  },
  {
    category: 'trade-union',
    word: 'union, unions, unionised, unionized, unite, unison, gmb, rmt, usdaw, ucu, nasuwt, neu, cwa, pcs, equity, bfawu, teamsters, seiu, shop steward, works council, picket line, picket, strike, striking, strikers, walkout, industrial action, collective agreement, grievance, staff rep, workers rep, workplace rep, scab',
    beside:
      'union rep, rep, steward, member, members, membership, joined, join, joining, dues, subs, branch, my union, our union, meeting, organise, organising, organize, organizing, drive, went on, on strike, we went, weeks, days, lost pay, lost wages, manager, boss, my boss, employer, warehouse, fired, sacked, represent*, help*, protects, ballot, vote for, voted for, sign up, signed up, card, elected, colleagues, shift, picket line, crossed, cross',
  },
  {
    category: 'ethnicity',
    word: NATIONS,
    beside:
      'half, quarter, part, descent, origin, origins, roots, heritage, background, ancestry, ancestors, ethnic, ethnicity, ethnically, blood, family is, my family is, immigrants, immigrant, refugees, refugee, mixed, my parents are, my grandparents were, grandparents, parents came, born in, second generation, first generation, accent, where i m really from, skin, stopped by the police, minority, parents are, of colour',
  },
  {
    category: 'ethnicity',
    word: 'black, brown skin, dark skin, dark skinned, brown, mixed race, hijabi, gypsy, gypsies, traveller, travellers, roma, romany, sinti, refugee, refugees, immigrant, immigrants, migrant, migrants, asylum, racist, racism, racial, n word, colour of my skin, color of my skin, skin colour, ethnic, ethnicity, foreign looking, deported, deportation, undocumented',
    beside:
      'i m, i am, as a, being, woman, man, family, my parents, my grandparents, only black, only asian, only brown, in the office, on my team, called me, called my, at me, stopped me, because of my, because i m, child, kids, daughter, son, girlfriend, boyfriend, husband, wife, hair, from syria, from afghanistan, from eritrea, applied, my application, my claim, granted, refused, camp, minority',
  },
  {
    category: 'genetic',
    word: 'brca, brca1, brca2, gene, genes, genetic, genetics, dna, 23andme, ancestry test, ancestrydna, chromosome, hereditary, mutation, lynch syndrome, huntington s, huntingtons, carrier, sickle cell trait, factor v leiden, paternity',
    beside:
      'carry, carries, carrier, i have the, my mother, my father, my dad, my dad s, my mum, inherited, passed on, faulty, mutation, tested, test, results, positive, screening, my dna, our dna, sequenced, half brother, half sister, not my father, biological, counsellor, defect, disorder, syndrome, in my family, runs in',
  },
  {
    category: 'criminal',
    word: 'prison, jail, jailed, arrested, police station, custody, in court, to court, courtroom, magistrates, crown court, trial, convicted, conviction, convictions, caution, cautioned, sentence, sentenced, probation, parole, tag, community service, offence, offender, felony, felon, misdemeanor, dui, dwi, drink driving, drunk driving, shoplifting, burglary, theft, i stole, stealing, fraud, assault, gbh, abh, manslaughter, drug dealing, possession, warrant, restraining order, injunction, indicted, plea, bail, record, inmate, cellmate, locked up',
    beside:
      'spent, years, months, served, serving, went to, sent to, out of, released, been in, i was, got, for fraud, for theft, for assault, for drugs, drugs, criminal, police, charged, charge, charges, accused, guilty, caught, fined, fine, banned, lost my licence, lost my license, on bail, my solicitor, my lawyer, my record, judge, brother, son, husband, dad, ex, against me, arrest, for stealing, supermarket, knife, tomorrow, hearing, suspended, cannot find a job, find work, employer, dbs, background check',
  },
];
