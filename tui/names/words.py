"""Knows the small closed classes of English that stand in and around names: titles, particles, roles, demonyms."""


def word_set(words: str) -> frozenset[str]:
    """The words of a text as a set: the form in which the lists of this package are written down."""
    return frozenset(words.split())


TITLES = word_set(
    "mr mrs ms miss dr prof professor sir lord lady dame madam president premier chancellor king queen prince"
    " princess emperor empress sultan shah emir tsar czar kaiser pope cardinal archbishop bishop reverend rev"
    " rabbi imam ayatollah sheikh sheik mullah maulvi general gen lieutenant lt colonel col major maj captain"
    " capt commander cmdr sergeant sgt corporal admiral adm brigadier brig marshal commodore private ambassador"
    " senator sen representative rep congressman congresswoman governor gov minister secretary judge justice"
    " mayor chairman chairwoman spokesman spokeswoman envoy attorney director comrade pastor pandit haji"
    " hajji mulla shaikh shaykh syed"
    " airman seaman specialist trooper midshipman bombardier rifleman"
    " detective inspector officer coach hojatoleslam mademoiselle mlle madame mme monsieur herr frau senor"
    " senora sayyid sayyed seyyed sayed baron baroness count countess duke duchess earl viscount ceo cfo coo cto"
    " advisor adviser messrs ensign dey viceroy regent maharaja nawab"
    " caliph dauphin tsarina czarina pharaoh"
    " hon honourable honorable rt alhaji alhaja shri smt datuk datin tengku tunku dato engr barrister commissioner"
    " assemblyman assemblywoman csm rsm padre alderman sheriff constable oberst hauptmann feldwebel generaloberst"
    " kapitanleutnant korvettenkapitan oberleutnant oberstleutnant generalmajor generalleutnant generalfeldmarschall"
    " leutnant unteroffizier gefreiter sturmbannfuhrer obersturmbannfuhrer gruppenfuhrer obergruppenfuhrer capitaine"
    " hetman ataman"
    " drummer gunner sapper bugler guardsman fusilier wireless-operator stoker coxswain bosun quartermaster"
    " assistant superintendent mp mep msp prophet councillor councilor chaplain"
)
"""Folded words that stand before a person's name and are not part of it."""

PLURAL_TITLES = word_set(
    "presidents generals senators mps meps ministers secretaries ambassadors governors admirals colonels congressmen"
    " representatives chancellors professors judges justices doctors brothers sisters"
)
"""Titles that several persons share: "Presidents Nixon and Ford"."""

POSTS = TITLES | word_set(
    "ceo cfo coo cto cio executive coordinator administrator manager counsel economist analyst correspondent editor"
    " speaker treasurer cofounder founder strategist adviser advisor negotiator leader aide columnist"
    " coordinator mathematician historian physicist philosopher economist poet novelist actor actress singer composer"
    " journalist reporter photographer filmmaker playwright architect engineer astronaut lawyer employee scientist"
    " musician guitarist drummer pianist violinist rapper comedian painter sculptor producer chef footballer boxer"
    " golfer cyclist swimmer entrepreneur billionaire businessman businesswoman banker investor biologist chemist"
    " astronomer geologist seismologist psychologist sociologist anthropologist archaeologist linguist theologian"
    " paramedic firefighter policeman chief"
    " explorer inventor delegate publisher financier industrialist publicist manager activist dissident"
)
"""Titles and posts that stand, in capitals, between an organisation and a person: "Apple CEO Steve Jobs"."""

TITLE_SURNAMES = word_set("king pope bishop major dean prince duke baron earl marshal")
"""Titles that are common surnames as well: a person once named in full may go on under them."""

DETERMINERS = word_set(
    "the a an his her our their your my its new old former late first last next future every this that"
)
"""Words after which a title is an office or a rank, not somebody's surname."""

TITLE_MODIFIERS = word_set(
    "vice prime deputy first second major lieutenant rear brigadier field staff sergeant foreign defense"
    " defence interior finance former chief acting attorney grand crown under general secretary"
    " lance master gunnery technical petty warrant wing squadron flight"
    " supreme executive managing senior associate interim artistic special assistant"
)
"""Folded words that belong to a title when a title follows: "Prime" in "Prime Minister"."""

NOT_AFTER_GENERAL = word_set(
    "motors electric assembly dynamics mills council staff command accounting services secretariat post atomic"
    " hospital agreement conference directorate election elections strike treaty order board foods"
)
"""What makes the "General" before it part of a name, not a rank."""

PARTICLES = word_set(
    "al el bin ibn bint abu abd abdel abdul ul ur de da do dos das del della di du la le van von der den ter ten zu af"
)
"""Lower-case (or capital) words that stay inside a person's name."""

LEADING_PARTICLES = word_set("al el an as ash at ar az bin ibn bint de da di du del della van von la le ter ten")
"""Particles that may begin a name in lower case."""

MONTHS = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec"
)
"""Month names and their abbreviations."""

ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth two three four")
"""Numbers that may begin the name of a unit or court: "First Army", "Second Circuit"."""

CALENDAR = MONTHS | word_set(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays"
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
    " spring summer autumn winter christmas easter ramadan am pm gmt utc est edt pst pdt cet bst ad bc ce bce"
)
"""Words of the calendar and the clock: never a name by themselves."""

OFFICES = word_set(
    "secretary minister undersecretary chief director chairman commander ministers head speaker chancellor"
    " commissioner inspector superintendent"
)
"""Titles that go on with "of" and a `PORTFOLIOS` word."""

PORTFOLIOS = word_set(
    "state defense defence war treasury navy interior staff labor labour commerce agriculture energy education"
    " health finance justice foreign homeland transportation the housing veterans intelligence police army"
    " station government trade industry information culture tourism sport sports planning environment affairs"
    " services economy revenue prisons immigration customs communications communication science technology"
    " development transport water works fisheries forestry mines petroleum oil religion women youth human social"
    " public economic political"
)
"""What an office holder is "of": "Secretary of State"."""

FRANCHISES = frozenset({"al qaeda", "al qaida", "alqaeda", "islamic state", "qaeda", "qaida"})
"""Folded names of movements whose branches are called "X in Country"."""

DIRECTIONS = word_set("north south east west northeast northwest southeast southwest")
"""Points of the compass: with a capital letter and "the" before it a part of the land or the world."""

LETTERED = ("company", "squadron", "battery", "troop")
"""Units that go by a letter: "A Company"."""

ROLES = word_set(
    "leader commander chief head aide brother sister son daughter father mother wife husband uncle cousin"
    " nephew deputy spokesman spokeswoman spokesperson minister president secretary general lieutenant captain"
    " colonel ambassador envoy adviser advisor official officer agent operative cleric author writer editor"
    " journalist reporter scientist researcher professor lawyer attorney judge senator congressman governor"
    " mayor candidate director chairman founder co-founder executive manager coach player singer actor actress"
    " analyst activist dissident dictator king queen prince emperor premier chancellor economist historian poet"
    " philosopher artist architect engineer mastermind militant member fighter soldier successor predecessor"
    " ally rival colleague peasant farmer fisherman monk nun priest painter composer novelist guitarist drummer bassist"
    " pianist violinist sculptor physicist chemist biologist astronomer mathematician playwright filmmaker photographer"
    " midfielder goalkeeper striker captain surgeon nurse physician botanist geologist linguist anthropologist"
)
"""Lower-case role nouns after or before which a person is named."""

ORG_ROLES = word_set(
    "group organisation organization company firm agency party movement network militia army newspaper magazine"
    " airline bank university union maker manufacturer giant carrier website site broadcaster publisher charity"
    " ministry journal daily weekly station channel band studio label startup conglomerate insurer retailer"
)
"""Lower-case nouns after which an organisation is named."""

PLACE_ROLES = word_set(
    "city town village province region district country capital state county island river port suburb"
    " neighborhood neighbourhood nation municipality peninsula area township mountain ridge hill valley canyon cave"
    " cape lake creek desert oasis hamlet settlement enclave stronghold peak fortress outpost airfield"
)
"""Lower-case nouns next to which a place is named."""

SPEECH_VERBS = word_set(
    "said says told stated added announced noted argued explained wrote writes claimed warned declared insisted"
    " replied asked denied admitted acknowledged testified commented believes thinks thought recalled suggested"
    " observed met resigned died married became served graduated attended moved lived was-born"
)
"""Verbs whose subject is most often a person."""

DEMONYM_NOUNS = word_set(
    "afghan albanian algerian american angolan arab arabian argentine argentinian armenian asian australian"
    " austrian azerbaijani azeri bahraini bangladeshi basque belarusian belgian bengali bolivian bosnian"
    " brazilian briton british bulgarian burmese byzantine cambodian cameroonian canadian catalan caucasian"
    " chechen chilean chinese colombian congolese croat croatian cuban cypriot czech danish dane dutch"
    " ecuadorian egyptian english eritrean estonian ethiopian european filipino finnish finn french georgian"
    " german ghanaian greek guatemalan haitian hispanic hindu honduran hungarian icelandic indian indonesian"
    " iranian iraqi irish israeli italian ivorian jamaican japanese jew jewish jordanian kazakh kenyan korean"
    " kosovar kurd kurdish kuwaiti kyrgyz laotian latin latino latvian lebanese liberian libyan lithuanian"
    " macedonian malaysian malian maltese mexican moldovan mongolian montenegrin moroccan moslem mozambican muslim"
    " namibian nepalese nepali nicaraguan nigerian nordic norwegian omani ottoman pakistani palestinian"
    " panamanian paraguayan pashtun persian peruvian polish pole portuguese prussian qatari roman romanian"
    " russian rwandan salvadoran saudi scandinavian scot scottish serb serbian shia shiite shi'ite sikh"
    " singaporean slav slavic slovak slovakian slovene slovenian somali soviet spaniard spanish sudanese sunni"
    " swede swedish swiss syrian taiwanese tajik tamil tanzanian thai tibetan tunisian turk turkish turkmen"
    " ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni yugoslav zambian zimbabwean christian"
    " catholic protestant orthodox islamic islamist buddhist african alawite druze houthi maronite yazidi mormon"
    " baptist methodist anglican lutheran communist marxist nazi fascist confederate zionist wahhabi salafi"
    " baathist hellenic victorian elizabethan baluch baluchi berber bedouin hazara uighur uyghur malay javanese"
    " maori indigenous aboriginal hawaiian californian texan parisian londoner arabic hebrew swahili mandarin"
    " cantonese urdu farsi"
    " philippine burundian chadian gambian guinean togolese beninese botswanan malagasy mauritanian surinamese guyanese"
    " barbadian fijian samoan tongan papuan timorese bhutanese maldivian luxembourgish abkhaz abkhazian ossetian"
    " crimean dagestani flemish walloon breton sicilian bavarian siberian"
    " emirati nigerien mauritanian sahrawi ingush tatar bashkir ruthenian corsican sardinian maghrebi"
    " dari pashto gaelic sanskrit yiddish eurasian indochinese transatlantic anglo franco sino"
)
"""Adjectives and nouns of peoples, faiths and languages, singular and folded: alone, never an entity."""

FAITHS = word_set(
    "christian catholic protestant orthodox islamic islamist buddhist hindu jewish jew muslim sunni shia shiite shi'ite"
    " sikh mormon baptist methodist anglican lutheran communist marxist nazi fascist zionist confederate wahhabi salafi"
    " baathist franco anglo sino druze maronite ottoman arab roman byzantine kurdish"
)
"""Peoples' adjectives that tell groups apart: the Christian Democratic Party is not the Democratic Party."""

POLITICAL = word_set("republican democratic democrat democrats conservative liberal labour socialist progressive")
"""Party adjectives that stand before a politician's title."""

STARTERS = word_set(
    "a an the this that these those it its he she they we i you his her their our my your who whom whose what"
    " which when where why how there here then thus hence however moreover furthermore meanwhile although though"
    " while since because if unless until after before during once as at by for from in into of off on onto out"
    " over through to toward towards under up upon via with within without about above across against along"
    " among around behind below beneath beside besides between beyond despite down except inside near outside"
    " past per regarding throughout and but or nor so yet not no yes all any both each either every few many"
    " more most much neither none one other others some such several two three four five six seven eight nine"
    " ten eleven twelve dozens hundreds thousands millions first second third fourth fifth last next now today"
    " tomorrow yesterday tonight later earlier soon also even only just still never always often sometimes"
    " perhaps maybe indeed instead rather otherwise therefore according is are was were be been being am do does"
    " did has have had can could may might must shall should will would let dear please thanks thank hello hi ok"
    " okay well oh said says see click read note tags tag photo image figure table chapter section page appendix"
    " abstract introduction conclusion references source sources related share comments editor's me us him them"
    " himself herself itself themselves mr mrs ms dr sr jr unlike like whereas considering using including"
    " following given based whether formerly currently recently originally initially eventually finally"
    " additionally similarly consequently nevertheless nonetheless conversely specifically generally especially"
    " particularly apparently reportedly allegedly born built located situated founded established inspired led"
    " called named seen asked speaking writing hmm hey wow ah aha um uh yeah yep nope haha lol ha huh ooh"
)
"""Words that begin sentences and lines and are no part of a name there."""

POSSESSIVE_INSIDE = word_set(
    "people peoples worker workers women men children king queen farmer farmers student students citizen"
    " citizens veteran veterans lord soldier soldiers martyr martyrs player players teachers girls boys mothers"
    " year international st saint widow bachelor master masters years days"
)
"""Words whose possessive stays inside a name: "People's Republic", "Martyrs' Brigades"."""

ABBREVIATED = word_set(
    "mr mrs ms dr prof st gen lt col maj capt cmdr sgt adm brig sen rep gov rev jr sr inc ltd co corp no vs mt"
    " ft hon rt messrs jan feb mar apr jun jul aug sep sept oct nov dec"
)
"""Abbreviations whose full stop ends no sentence."""


def is_demonym(word: str) -> bool:
    """Whether a folded word is a people, faith or language, in the singular or plural."""
    return word in DEMONYM_NOUNS or (word.endswith("s") and word[:-1] in DEMONYM_NOUNS)
